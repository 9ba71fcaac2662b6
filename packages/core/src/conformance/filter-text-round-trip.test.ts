import { expect, it } from 'vitest';
import { matches } from '../query/matches.ts';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import { printFilterText } from '../query/text/print-filter-text.ts';
import { VIEWS } from '../query/view-record.ts';
import { viewRecords } from '../query/view-records.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { filterGenerator } from './generate-filter.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import { trafficContents } from './traffic-contents.ts';

it.each(VIEWS)(
  'reads a printed filter of %s as one that the same records meet, and prints it the same',
  (view) => {
    const contents = trafficContents(generateOddTraffic({ seed: 64, traces: 20 }));
    const records = viewRecords(view, contents);
    const filter = filterGenerator(view, contents, seededRandom(view.length));
    let printedCount = 0;
    for (let count = 0; count < 600; count += 1) {
      const original = filter();
      const text = printFilterText(original, view);
      if (text === null) continue;
      printedCount += 1;
      const { filter: read, errors } = parseFilterText(text, view);
      expect({ original, text, errors }).toEqual({ original, text, errors: [] });
      const met = records.map((record) => matches(view, record, original));
      expect({ original, text, met: records.map((record) => read && matches(view, record, read)) }).toEqual({
        original,
        text,
        met,
      });
      expect(read && printFilterText(read, view)).toBe(text);
    }
    // The others hold values that their fields never have, such as a number for a name.
    expect(printedCount).toBeGreaterThan(300);
  },
);
