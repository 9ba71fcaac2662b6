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

const RUNS = Number(process.env['RUNS'] ?? 5);
/** The peer stands beside, and is measured less often: a run takes seconds. */
const PEER_RUNS = Math.min(RUNS, 2);
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
    const [lanes = [], asRows = [], canvas = [], flameChart = []] = await measureInTurns([
      { url: `${pages.url}/ours.html?observations=${size}`, runs: RUNS },
      { url: `${pages.url}/ours.html?observations=${size}&mode=rows`, runs: RUNS },
      { url: `${pages.url}/limit.html?observations=${size}`, runs: RUNS },
      {
        url: `${pages.url}/flame-chart.html?observations=${size}`,
        runs: size <= MAX_FLAME_CHART ? PEER_RUNS : 0,
      },
    ]);
    const peer = flameChart.length > 0 ? medianOf(flameChart) : null;
    rows.push(...compare(size, 'lanes', medianOf(lanes), medianOf(canvas), peer));
    rows.push(...compare(size, 'rows', medianOf(asRows), medianOf(canvas), peer));
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
      `≤ ${MAX_HEAP_MB}`,
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

/**
 * Runs of several pages, by turns: where a machine does other things as well, it does them to all pages alike, and a
 * ratio between them still means something.
 */
async function measureInTurns(
  paged: readonly { readonly url: string; readonly runs: number }[],
): Promise<Measurement[][]> {
  const measured: Measurement[][] = paged.map(() => []);
  for (let turn = 0; turn < RUNS; turn += 1) {
    for (const [index, { url, runs }] of paged.entries()) {
      if (turn < runs) measured[index]?.push(await measurePage(url));
    }
  }
  return measured;
}

/** The median of a few runs, each number by itself. */
function medianOf(runs: readonly Measurement[]): Measurement {
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
