// What a JSON value of 20 MB costs to open in the detail of an observation, beside a bare <pre> and JSON.parse alone.
import { quantile } from '../open-page/summarize-frames.ts';
import { servePages } from '../serve-page/serve-pages.ts';
import { measurePage } from '../tree/measure-page.ts';
import type { Measurement } from '../tree/measure-page.ts';
import { jsonText } from './json-text.ts';

type Opened = Pick<Measurement, 'firstMs' | 'nodes' | 'heapMb' | 'wheel' | 'fling' | 'toggleMs'>;

const RUNS = 3;
const MEGABYTES = 20;
const MAX_OPEN_MS = 1000;
/** Two frames at 60 Hz and a little jitter. */
const MAX_FRAME_MS = 34;

const pages = await servePages({
  folder: new URL('.', import.meta.url),
  scripts: ['pages/ours.tsx', 'pages/pre.tsx', 'pages/parse.tsx'],
  files: { 'value.json': new TextEncoder().encode(jsonText(MEGABYTES * 1_000_000)) },
});

async function measure(page: string, times = RUNS): Promise<Opened> {
  const runs: Measurement[] = [];
  for (let run = 0; run < times; run += 1) runs.push(await measurePage(`${pages.url}/${page}.html`));
  const median = (read: (run: Measurement) => number) => Math.round(quantile(runs.map(read), 0.5) * 10) / 10;
  const frames = (kind: 'wheel' | 'fling') => ({
    p50Ms: median((run) => run[kind].p50Ms),
    p95Ms: median((run) => run[kind].p95Ms),
    maxMs: median((run) => run[kind].maxMs),
    cpuMs: median((run) => run[kind].cpuMs),
  });
  return {
    firstMs: median((run) => run.firstMs),
    nodes: median((run) => run.nodes),
    heapMb: median((run) => run.heapMb),
    wheel: frames('wheel'),
    fling: frames('fling'),
    toggleMs: median((run) => run.toggleMs),
  };
}

try {
  const ours = await measure('ours');
  // Half a minute each: once is enough to tell.
  const pre = await measure('pre', 1);
  const parse = await measure('parse');
  const slowest = (measured: Opened) => Math.max(measured.wheel.maxMs, measured.fling.maxMs);
  const rows = [
    {
      case: `first rows, ${MEGABYTES} MB`,
      ours: ours.firstMs,
      pre: pre.firstMs,
      parse: parse.firstMs,
      bar: `≤ ${MAX_OPEN_MS} ms`,
      ok: ours.firstMs <= MAX_OPEN_MS,
    },
    {
      case: 'slowest frame while scrolling, ms',
      ours: slowest(ours),
      pre: slowest(pre),
      parse: null,
      bar: `≤ ${MAX_FRAME_MS} ms`,
      ok: slowest(ours) <= MAX_FRAME_MS,
    },
    { case: 'fold or open, ms', ours: ours.toggleMs, pre: null, parse: null, bar: null, ok: null },
    { case: 'heap added, MB', ours: ours.heapMb, pre: pre.heapMb, parse: parse.heapMb, bar: null, ok: null },
    {
      case: 'elements',
      ours: ours.nodes,
      pre: pre.nodes,
      parse: null,
      bar: '≤ 1000',
      ok: ours.nodes <= 1000,
    },
  ];
  console.table(rows);
  console.log(JSON.stringify({ name: 'json', rows }));
} finally {
  await pages.close();
}
