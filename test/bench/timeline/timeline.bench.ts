// What the timeline costs beside a bare canvas of the same bars and beside flame-chart-js, all from the same records.
// A missed bar shows as `ok: false`. `SIZES=1000,10000 npm run bench -- timeline` measures less.
import { measurePage } from './measure-page.ts';
import type { Measurement } from './measure-page.ts';
import { quantile } from '../open-page/summarize-frames.ts';
import type { Frames } from '../open-page/summarize-frames.ts';
import { servePages } from '../serve-page/serve-pages.ts';

interface Row {
  readonly case: string;
  readonly ours: number;
  readonly canvas: number;
  /** `null` where it was not measured. */
  readonly flameChart: number | null;
  readonly ratio: number;
  /** What was promised; `null` where nothing was. */
  readonly bar: string | null;
  readonly ok: boolean | null;
}

const RUNS = Number(process.env['RUNS'] ?? 3);
/** Rows and the peer stand beside, and are measured less often: a run takes seconds. */
const OTHER_RUNS = Math.min(RUNS, 2);
const SIZES = (process.env['SIZES'] ?? '1000,10000,100000,1000000').split(',').map(Number);
/** It nests and draws objects: a million of them are more than a tab holds. */
const MAX_FLAME_CHART = 100_000;
const MAX_MOUNT_RATIO = 2;
const MAX_P95_MS = 17;
const MAX_FRAME_MS = 34;
const MAX_HEAP_MB = 5;
const MAX_NODES = 1000;

const pages = await servePages({
  folder: new URL('.', import.meta.url),
  scripts: ['pages/ours.tsx', 'pages/limit.tsx', 'pages/flame-chart.tsx'],
});
const rows: Row[] = [];
try {
  for (const size of SIZES) {
    const ours = await measure(`${pages.url}/ours.html?observations=${size}`);
    const asRows = await measure(`${pages.url}/ours.html?observations=${size}&mode=rows`, OTHER_RUNS);
    const canvas = await measure(`${pages.url}/limit.html?observations=${size}`);
    const flameChart =
      size <= MAX_FLAME_CHART
        ? await measure(`${pages.url}/flame-chart.html?observations=${size}`, OTHER_RUNS)
        : null;
    rows.push(...compare(size, 'lanes', ours, canvas, flameChart));
    rows.push(...compare(size, 'rows', asRows, canvas, flameChart));
  }
} finally {
  await pages.close();
}

console.table(
  rows.map(({ bar, ok, ...row }) => ({ ...row, bar: bar ?? '', ok: ok === null ? '' : ok ? 'yes' : 'NO' })),
);
console.log(JSON.stringify({ name: 'timeline', rows }));

function compare(
  size: number,
  mode: string,
  ours: Measurement,
  canvas: Measurement,
  flameChart: Measurement | null,
): Row[] {
  const row = (
    what: string,
    read: (measurement: Measurement) => number,
    bar: string | null,
    isOk: (value: number, ratio: number) => boolean,
  ): Row => {
    const ratio = read(ours) / read(canvas);
    return {
      case: `${what}, ${size.toLocaleString('en')} as ${mode}`,
      ours: round(read(ours)),
      canvas: round(read(canvas)),
      flameChart: flameChart && round(read(flameChart)),
      ratio: Math.round(ratio * 100) / 100,
      bar,
      ok: bar === null ? null : isOk(read(ours), ratio),
    };
  };
  const frames = (what: string, read: (measurement: Measurement) => Frames): Row[] => [
    row(
      `${what} p95 ms`,
      (each) => read(each).p95Ms,
      `≤ ${MAX_P95_MS}`,
      (value) => value <= MAX_P95_MS,
    ),
    row(
      `${what} longest ms`,
      (each) => read(each).maxMs,
      `≤ ${MAX_FRAME_MS}`,
      (value) => value <= MAX_FRAME_MS,
    ),
  ];
  const heapBar = size === 100_000 ? `≤ ${MAX_HEAP_MB}` : null;
  return [
    row(
      'first bars ms',
      (each) => each.firstMs,
      `≤ ${MAX_MOUNT_RATIO} × canvas`,
      (_, ratio) => ratio <= MAX_MOUNT_RATIO,
    ),
    row(
      'first bars CPU ms',
      (each) => each.firstCpuMs,
      null,
      () => true,
    ),
    row(
      'whole panel CPU ms',
      (each) => each.wholeCpuMs,
      null,
      () => true,
    ),
    row(
      'CPU ms per frame',
      (each) => each.frameCpuMs,
      null,
      () => true,
    ),
    ...frames('zoom', (each) => each.zoom),
    ...frames('pan', (each) => each.pan),
    // The others cannot play: their panning stands beside it.
    ...frames('play', (each) => each.play ?? each.pan),
    row(
      'heap added MB',
      (each) => each.heapMb,
      heapBar,
      (value) => value <= MAX_HEAP_MB,
    ),
    row(
      'buffers added MB',
      (each) => each.buffersMb,
      null,
      () => true,
    ),
    row(
      'elements',
      (each) => each.nodes,
      `≤ ${MAX_NODES}`,
      (value) => value <= MAX_NODES,
    ),
  ];
}

/** The median of a few runs, each number by itself. */
async function measure(url: string, count = RUNS): Promise<Measurement> {
  const runs: Measurement[] = [];
  for (let run = 0; run < count; run += 1) runs.push(await measurePage(url));
  const median = (read: (run: Measurement) => number) => quantile(runs.map(read), 0.5);
  const frames = (read: (run: Measurement) => Frames): Frames => ({
    p50Ms: median((run) => read(run).p50Ms),
    p95Ms: median((run) => read(run).p95Ms),
    maxMs: median((run) => read(run).maxMs),
  });
  return {
    firstMs: median((run) => run.firstMs),
    firstCpuMs: median((run) => run.firstCpuMs),
    wholeCpuMs: median((run) => run.wholeCpuMs),
    frameCpuMs: median((run) => run.frameCpuMs),
    nodes: median((run) => run.nodes),
    heapMb: median((run) => run.heapMb),
    buffersMb: median((run) => run.buffersMb),
    zoom: frames((run) => run.zoom),
    pan: frames((run) => run.pan),
    play: runs.every(({ play }) => play) ? frames((run) => run.play as Frames) : null,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
