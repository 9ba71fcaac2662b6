// The dashboard over a million observations in a browser alone, in IndexedDB behind a worker as in the demo: the home
// page, tables that are filtered, scrolled and typed at. A missed bar shows as `NO`. The first run fills a store, which
// takes minutes, and keeps it in `.cache` for the next ones. `ORIEL_TRACES=1000` makes it small, to see that it runs;
// `ORIEL_FILL=only` ends after the filling.
import { openPage } from '../open-page/open-page.ts';
import { readMemory } from '../open-page/read-usage.ts';
import { servePages } from '../serve-page/serve-pages.ts';
import { filledProfile } from './filled-profile.ts';
import { measureHome, measureOpening, measureOtherPages } from './measure-pages.ts';
import { measureTable } from './measure-table.ts';
import type { Row } from './row.ts';
import type { Filled } from './worker-messages.ts';

/** Of about 20 observations each. */
const TRACES = Number(process.env['ORIEL_TRACES'] ?? 50_000);

/** What a page stored belongs to its origin. */
const PORT = 47_811;

const served = await servePages({
  folder: new URL('.', import.meta.url),
  scripts: ['page.tsx'],
  port: PORT,
});
const url = `${served.url}/page.html`;
try {
  const { folder, counts, ms: filledMs } = await filledProfile(url, TRACES);
  if (process.env['ORIEL_FILL'] !== 'only') await measure(folder, counts, filledMs);
} finally {
  await served.close();
}

async function measure(folder: string, counts: Filled['counts'], filledMs: number): Promise<void> {
  const profile = { profile: folder };
  const opening = await openPage(url, 'dashboardBench', measureOpening, profile);
  const rows = await openPage(
    url,
    'dashboardBench',
    async (page, devtools): Promise<Row[]> => {
      await page.evaluate(() => window.dashboardBench.open());
      const measured = [
        ...opening,
        ...(await measureHome(page)),
        ...(await measureTable(page, devtools, 'traces')),
        ...(await measureTable(page, devtools, 'observations')),
        ...(await measureOtherPages(page)),
      ];
      const { heapMb, buffersMb } = await readMemory(devtools);
      const note = `${counts.traces} traces, ${counts.scores} scores; written in ${Math.round(filledMs / 1000)} s`;
      return [
        { case: 'observations', value: counts.observations, unit: '', note },
        ...measured,
        {
          case: 'memory of the page in the end',
          value: heapMb,
          unit: 'MB',
          note: `buffers ${buffersMb.toFixed(1)} MB`,
        },
      ];
    },
    profile,
  );
  console.table(
    rows.map(({ case: name, value, unit, against, note = '', bar }) => ({
      case: name,
      ours: print(value, unit),
      'store alone': against === undefined ? '' : print(against, unit),
      ratio: against === undefined ? '' : (value / against).toFixed(2),
      bar: bar === undefined ? '' : `≤ ${bar} ${unit}`,
      ok: bar === undefined ? '' : value <= bar ? 'yes' : 'NO',
      note,
    })),
  );
  console.log(JSON.stringify({ name: 'dashboard', rows }));
}

function print(value: number, unit: string): string {
  const rounded = value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
  return `${rounded} ${unit}`.trim();
}
