// What the log costs over a bare virtual list of the same observations. A missed bar shows as `ok: false`.
import { quantile } from '../open-page/summarize-frames.ts';
import { servePages } from '../serve-page/serve-pages.ts';
import { measurePage } from '../tree/measure-page.ts';
import type { Measurement } from '../tree/measure-page.ts';

const RUNS = 3;
const SIZES = [
  { name: '10k', observations: 10_000, maxFirstMs: 150 },
  { name: '100k', observations: 100_000, maxFirstMs: 250 },
];
const MAX_MOUNT_RATIO = 2.5;
const MAX_NODES = 1000;
const MAX_HEAP_MB = 5;
const MAX_FRAME_MS = 34;

interface Row {
  readonly case: string;
  readonly ours: number;
  readonly bare: number;
  readonly bar: string;
  readonly ok: boolean;
}

const pages = await servePages({
  folder: new URL('.', import.meta.url),
  scripts: ['pages/ours.tsx', 'pages/limit.tsx'],
});
const rows: Row[] = [];
try {
  for (const { name, observations, maxFirstMs } of SIZES) {
    const ours = await measureMedian(`${pages.url}/ours.html?observations=${observations}`);
    const bare = await measureMedian(`${pages.url}/limit.html?observations=${observations}`);
    const add = (
      what: string,
      read: (run: Measured) => number,
      bar: string,
      isOk: (ours: number) => boolean,
    ) => {
      const value = read(ours);
      rows.push({
        case: `${what}, ${name}`,
        ours: round(value),
        bare: round(read(bare)),
        bar,
        ok: isOk(value),
      });
    };
    add(
      'first rows (ms)',
      (run) => run.firstMs,
      `≤ ${MAX_MOUNT_RATIO} × bare list, or ≤ ${maxFirstMs} ms`,
      (value) => value <= maxFirstMs || value <= MAX_MOUNT_RATIO * bare.firstMs,
    );
    add(
      'elements',
      (run) => run.nodes,
      `≤ ${MAX_NODES}`,
      (value) => value <= MAX_NODES,
    );
    add(
      'heap added (MB)',
      (run) => run.heapMb,
      `≤ ${MAX_HEAP_MB}`,
      (value) => value <= MAX_HEAP_MB,
    );
    add(
      'longest wheel frame (ms)',
      (run) => run.wheelMs,
      `≤ ${MAX_FRAME_MS}`,
      (value) => value <= MAX_FRAME_MS,
    );
    add(
      'longest fling frame (ms)',
      (run) => run.flingMs,
      `≤ ${MAX_FRAME_MS}`,
      (value) => value <= MAX_FRAME_MS,
    );
    add(
      'open a row (ms)',
      (run) => run.toggleMs,
      `≤ ${MAX_FRAME_MS}`,
      (value) => value <= MAX_FRAME_MS,
    );
  }
} finally {
  await pages.close();
}

console.table(rows.map((row) => ({ ...row, ok: row.ok ? 'yes' : 'NO' })));
console.log(JSON.stringify({ name: 'log', rows }));

interface Measured {
  readonly firstMs: number;
  readonly nodes: number;
  readonly heapMb: number;
  readonly wheelMs: number;
  readonly flingMs: number;
  readonly toggleMs: number;
}

/** The median of a few runs, each number by itself. */
async function measureMedian(url: string): Promise<Measured> {
  const runs: Measurement[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measurePage(url));
  const median = (read: (run: Measurement) => number) => quantile(runs.map(read), 0.5);
  return {
    firstMs: median((run) => run.firstMs),
    nodes: median((run) => run.nodes),
    heapMb: median((run) => run.heapMb),
    wheelMs: median((run) => run.wheel.maxMs),
    flingMs: median((run) => run.fling.maxMs),
    toggleMs: median((run) => run.toggleMs),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
