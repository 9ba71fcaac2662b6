// How long a page stands still while a trace is looked into: in slices, as the list does it, beside the same work in one
// go. Processor time of single tasks, so that a busy machine does not count. A missed bar shows as `ok: false`.
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../../scripts/find-chromium.mjs';
import { quantile } from '../open-page/summarize-frames.ts';
import { servePages } from '../serve-page/serve-pages.ts';
import type { InsightsBench } from './page.ts';

const RUNS = 3;
const SIZES = [
  { name: '10k', observations: 10_000 },
  { name: '100k', observations: 100_000 },
];
const MAX_TASK_MS = 50;

const pages = await servePages({ folder: new URL('.', import.meta.url), scripts: ['page.ts'] });
const rows = [];
try {
  for (const { name, observations } of SIZES) {
    const url = `${pages.url}/page.html?observations=${observations}`;
    const inSlices: number[][] = [];
    const atOnce: number[][] = [];
    for (let run = 0; run < RUNS; run += 1) {
      inSlices.push(await taskTimes(url, 'inSlices'));
      atOnce.push(await taskTimes(url, 'atOnce'));
    }
    const median = (runs: readonly number[][], read: (times: readonly number[]) => number) => {
      const value = quantile(
        runs.map((times) => read(times)),
        0.5,
      );
      return Math.round(value * 10) / 10;
    };
    const longest = median(inSlices, (times) => Math.max(...times));
    rows.push({
      case: name,
      'longest task (ms)': longest,
      'tasks > 16 ms': median(inSlices, (times) => times.filter((time) => time > 16).length),
      'all tasks (ms)': median(inSlices, (times) => times.reduce((sum, time) => sum + time, 0)),
      'in one go (ms)': median(atOnce, (times) => Math.max(...times)),
      bar: `longest ≤ ${MAX_TASK_MS} ms`,
      ok: longest <= MAX_TASK_MS,
    });
  }
} finally {
  await pages.close();
}

console.table(rows.map((row) => ({ ...row, ok: row.ok ? 'yes' : 'NO' })));
console.log(JSON.stringify({ name: 'insights', rows }));

/** Processor time of each task of the page, in milliseconds; in a browser of its own, where nothing is warmed up. */
async function taskTimes(url: string, way: keyof InsightsBench): Promise<number[]> {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => window.insights !== undefined);
    await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] });
    await page.evaluate((name) => window.insights[name](), way);
    const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
      readonly traceEvents: readonly TraceEvent[];
    };
    const mainThreads = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    return traceEvents
      .filter(({ name, pid, tid }) => name === 'RunTask' && mainThreads.has(`${pid} ${tid}`))
      .map(({ tdur = 0 }) => tdur / 1000);
  } finally {
    await browser.close();
  }
}

/** As Chromium writes them. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
  /** Processor time in microseconds. */
  readonly tdur?: number;
}
