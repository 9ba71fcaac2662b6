// What the tree costs over a bare virtual list of the same observations, and beside a peer. A missed bar shows as
// `ok: false`. `SIZES=10k RUNS=5 npm run bench -- tree` measures less, and that more often.
import { compare, comparePeer, judgeLive } from './compare.ts';
import type { Row } from './compare.ts';
import { measureLive } from './measure-live.ts';
import { measurePage } from './measure-page.ts';
import type { Measurement, ScrollMeasurement } from './measure-page.ts';
import { measurePeer } from './measure-peer.ts';
import { quantile } from '../open-page/summarize-frames.ts';
import { servePages } from '../serve-page/serve-pages.ts';

const RUNS = Number(process.env['RUNS'] ?? 3);
const WANTED = process.env['SIZES']?.split(',');
const SIZES = [
  { name: '1k', observations: 1_000, hasPeer: true },
  { name: '10k', observations: 10_000, hasPeer: true },
  // The peer mounts every row, and takes most of a minute for these.
  { name: '100k', observations: 100_000, hasPeer: false },
].filter(({ name }) => WANTED?.includes(name) ?? true);

const pages = await servePages({
  folder: new URL('.', import.meta.url),
  scripts: ['pages/ours.tsx', 'pages/limit.tsx', 'pages/live.tsx', 'pages/peer.tsx'],
});
const rows: Row[] = [];
try {
  for (const { name, observations, hasPeer } of SIZES) {
    const [ours, limit] = await measureInTurns(
      `${pages.url}/ours.html?observations=${observations}`,
      `${pages.url}/limit.html?observations=${observations}`,
    );
    rows.push(...compare(name, observations, ours, limit));
    if (!hasPeer) continue;
    rows.push(
      comparePeer(name, ours, await measurePeer(`${pages.url}/peer.html?observations=${observations}`)),
    );
  }
  if (!WANTED || WANTED.includes('live')) {
    rows.push(judgeLive(await measureLive(`${pages.url}/live.html?known=50000`)));
  }
} finally {
  await pages.close();
}

console.table(
  rows.map((row) => ({
    case: row.case,
    ours: print(row.ours),
    'bare list, or the peer': print(row.against),
    ratio: row.ratio,
    bar: row.bar ?? '',
    ok: row.ok === null ? '' : row.ok ? 'yes' : 'NO',
  })),
);
console.log(JSON.stringify({ name: 'tree', rows }));

/** By turns: what else a machine does, it then does to both alike. */
async function measureInTurns(ours: string, limit: string): Promise<[Measurement, Measurement]> {
  const runs: [Measurement[], Measurement[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    runs[0].push(await measurePage(ours));
    runs[1].push(await measurePage(limit));
  }
  return [medianOf(runs[0]), medianOf(runs[1])];
}

/** The median of a few runs, each number by itself. */
function medianOf(runs: readonly Measurement[]): Measurement {
  const median = (read: (run: Measurement) => number) => quantile(runs.map(read), 0.5);
  const frames = (read: (run: Measurement) => ScrollMeasurement): ScrollMeasurement => ({
    p50Ms: median((run) => read(run).p50Ms),
    p95Ms: median((run) => read(run).p95Ms),
    maxMs: median((run) => read(run).maxMs),
    cpuMs: median((run) => read(run).cpuMs),
  });
  return {
    firstMs: median((run) => run.firstMs),
    firstCpuMs: median((run) => run.firstCpuMs),
    nodes: median((run) => run.nodes),
    heapMb: median((run) => run.heapMb),
    wheel: frames((run) => run.wheel),
    fling: frames((run) => run.fling),
    selectMs: median((run) => run.selectMs),
    toggleMs: median((run) => run.toggleMs),
  };
}

function print(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${value} ${key}`)
    .join(', ');
}
