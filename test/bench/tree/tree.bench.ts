// What the tree costs over a bare virtual list of the same observations, and beside a peer. A missed bar shows as
// `ok: false`.
import { compare, comparePeer, judgeLive } from './compare.ts';
import type { Row } from './compare.ts';
import { measureLive } from './measure-live.ts';
import { measurePage } from './measure-page.ts';
import type { Measurement } from './measure-page.ts';
import { measurePeer } from './measure-peer.ts';
import { quantile } from '../open-page/summarize-frames.ts';
import type { Frames } from '../open-page/summarize-frames.ts';
import { servePages } from '../serve-page/serve-pages.ts';

const RUNS = 3;
const SIZES = [
  { name: '1k', observations: 1_000, hasPeer: true },
  { name: '10k', observations: 10_000, hasPeer: true },
  // The peer mounts every row, and takes most of a minute for these.
  { name: '100k', observations: 100_000, hasPeer: false },
];

const pages = await servePages({
  folder: new URL('.', import.meta.url),
  scripts: ['pages/ours.tsx', 'pages/limit.tsx', 'pages/live.tsx', 'pages/peer.tsx'],
});
const rows: Row[] = [];
try {
  for (const { name, observations, hasPeer } of SIZES) {
    const ours = await measure(`${pages.url}/ours.html?observations=${observations}`);
    const limit = await measure(`${pages.url}/limit.html?observations=${observations}`);
    rows.push(...compare(name, observations, ours, limit));
    if (!hasPeer) continue;
    rows.push(
      comparePeer(name, ours, await measurePeer(`${pages.url}/peer.html?observations=${observations}`)),
    );
  }
  rows.push(judgeLive(await measureLive(`${pages.url}/live.html?known=50000`)));
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

/** The median of a few runs, each number by itself. */
async function measure(url: string): Promise<Measurement> {
  const runs: Measurement[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measurePage(url));
  const median = (read: (run: Measurement) => number) => quantile(runs.map(read), 0.5);
  const frames = (read: (run: Measurement) => Frames): Frames => ({
    p50Ms: median((run) => read(run).p50Ms),
    p95Ms: median((run) => read(run).p95Ms),
    maxMs: median((run) => read(run).maxMs),
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
