// What placing a graph costs beside dagre and ELK, and how long a page stands still for it. A missed bar shows as `ok: false`.
import { chromium } from 'playwright';
import { layoutGraph } from '@oriel/core';
import type { GraphLayoutInput } from '@oriel/core';
import { generateTrace, traceStructure } from '@oriel/core/testing';
import { chromiumLaunchOptions } from '../../../scripts/find-chromium.mjs';
import { servePages } from '../serve-page/serve-pages.ts';
import { dense, ofTrace, tree } from './graphs.ts';
import type { Mounting } from './page.tsx';
import { layoutWithDagre, layoutWithElk } from './peers.ts';

const RUNS = 3;
/** Promised of the aggregated graph of a trace of 100,000 observations. */
const MAX_TRACE_MS = 100;
/** A task of the page longer than this is felt. */
const MAX_BUSY_MS = 50;
const MAX_ELEMENTS = 1_000;
const WARM_UP = ['aggregated', 100] as const;
const MOUNTINGS = [
  ['as-it-ran', 1_000],
  ['as-it-ran', 2_000],
  ['aggregated', 10_000],
  ['aggregated', 100_000],
] as const;

interface Row {
  readonly case: string;
  readonly ours: number;
  readonly dagre: number | string;
  readonly elk: number | string;
  readonly bar: string;
  readonly ok: boolean | null;
}

const { observations } = traceStructure(generateTrace({ seed: 7, observations: 100_000 }));
const graphs: readonly (readonly [string, GraphLayoutInput])[] = [
  ['tree, 1,000 nodes', tree(1_000, 4)],
  ['chain, 1,000 nodes', tree(1_000, 1)],
  ['chain, 2,500 nodes', tree(2_500, 1)],
  ['dense, 100 nodes and 300 edges', dense(100, 300)],
  ['aggregated, 100k observations', ofTrace(observations)],
];

const rows: Row[] = [];
for (const [name, graph] of graphs) {
  const ours = await median(() => layoutGraph(graph));
  const isTrace = name.startsWith('aggregated');
  rows.push({
    case: `${name} (${graph.nodes.length}, ${graph.edges.length})`,
    ours,
    dagre: await median(() => layoutWithDagre(graph)).catch(reason),
    elk: await median(() => layoutWithElk(graph)).catch(reason),
    bar: isTrace ? `≤ ${MAX_TRACE_MS} ms` : '',
    ok: isTrace ? ours <= MAX_TRACE_MS : null,
  });
}
console.table(rows);
const page = await measurePage();
console.table(page);
console.log(JSON.stringify({ name: 'graph', rows, page }));

/** The panel in a browser: until there are nodes, and how long the page stood still. */
async function measurePage() {
  const pages = await servePages({ folder: new URL('.', import.meta.url), scripts: ['page.tsx'] });
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await tab.goto(`${pages.url}/page.html`);
    await tab.waitForFunction(() => window.mountGraph !== undefined, null, { timeout: 120_000 });
    const results = [];
    // The first mounting loads React Flow as well, and is not counted.
    for (const [mode, count] of [WARM_UP, ...MOUNTINGS]) {
      const { firstMs, busyMs, deriveMs, elements } = await tab.evaluate(
        async ([one, size]): Promise<Mounting> => {
          if (!window.mountGraph) throw new Error('The page offers no bench.');
          return window.mountGraph(one, size);
        },
        [mode, count] as const,
      );
      results.push({
        case: `${mode}, ${count} observations`,
        firstMs: round(firstMs),
        busyMs: round(busyMs),
        deriveMs: round(deriveMs),
        elements,
        bar: `≤ ${MAX_ELEMENTS} elements; busy ≤ ${MAX_BUSY_MS} ms`,
        ok: elements <= MAX_ELEMENTS && busyMs <= MAX_BUSY_MS,
      });
    }
    return results.slice(1);
  } finally {
    await browser.close();
    await pages.close();
  }
}

/** Milliseconds, the median of a few runs after one to warm up. */
async function median(run: () => void | Promise<void> | object): Promise<number> {
  await run();
  const times: number[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return round(times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 60) : String(error);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
