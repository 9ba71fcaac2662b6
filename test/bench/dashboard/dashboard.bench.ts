// The dashboard over a million observations in a browser alone, in IndexedDB behind a worker as in the demo: the home
// page, tables that are filtered, scrolled and typed at. A missed bar shows as `NO`. `ORIEL_TRACES=1000` makes it small,
// to see that it runs.
import { openPage } from '../open-page/open-page.ts';
import { readMemory } from '../open-page/read-usage.ts';
import { servePages } from '../serve-page/serve-pages.ts';
import { measureHome, measureOtherPages } from './measure-pages.ts';
import { measureTable } from './measure-table.ts';
import type { Row } from './row.ts';

/** Of about 20 observations each. */
const TRACES = Number(process.env['ORIEL_TRACES'] ?? 50_000);

const served = await servePages({ folder: new URL('.', import.meta.url), scripts: ['page.tsx'] });
try {
  const rows = await openPage(
    `${served.url}/page.html`,
    'dashboardBench',
    async (page, devtools): Promise<Row[]> => {
      const filled = await page.evaluate((count) => window.dashboardBench.fill(count), TRACES);
      const { traces, observations, scores } = filled.counts;
      const measured = [
        ...(await measureHome(page)),
        ...(await measureTable(page, devtools, 'traces')),
        ...(await measureTable(page, devtools, 'observations')),
        ...(await measureOtherPages(page)),
      ];
      const { heapMb, buffersMb } = await readMemory(devtools);
      const note = `${traces} traces, ${scores} scores; written in ${Math.round(filled.ms / 1000)} s`;
      return [
        { case: 'observations', value: observations, unit: '', note },
        ...measured,
        {
          case: 'memory of the page in the end',
          value: heapMb,
          unit: 'MB',
          note: `buffers ${buffersMb.toFixed(1)} MB`,
        },
      ];
    },
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
} finally {
  await served.close();
}

function print(value: number, unit: string): string {
  const rounded = value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
  return `${rounded} ${unit}`.trim();
}
