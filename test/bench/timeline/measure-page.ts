import { chromium } from 'playwright';
import type { CDPSession } from 'playwright';
import { chromiumLaunchOptions } from '../../../scripts/find-chromium.mjs';
import { timeFrames, timeMount } from './page-probes.ts';

export interface Frames {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

export interface Measurement {
  readonly firstMs: number;
  /** What the page's thread computed for it: unlike the time, it is the same on a busy machine. */
  readonly firstCpuMs: number;
  /** What the page's thread computed for zooming, panning and playing, per frame. */
  readonly frameCpuMs: number;
  readonly nodes: number;
  /** JavaScript objects that the mount added. */
  readonly heapMb: number;
  /** Buffers of typed arrays that the mount added. */
  readonly buffersMb: number;
  readonly zoom: Frames;
  readonly pan: Frames;
  /** `null` where a page cannot play. */
  readonly play: Frames | null;
}

/** One run in a browser of its own, so that no run inherits the heap of another. */
export async function measurePage(url: string): Promise<Measurement> {
  const options = chromiumLaunchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...options.args, '--js-flags=--max-old-space-size=4096', '--enable-precise-memory-info'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    await page.goto(url);
    await page.waitForFunction(() => window.timelineBench !== undefined, null, { timeout: 120_000 });

    const before = await readMemory(devtools);
    const cpuBefore = await readCpu(devtools);
    const firstMs = await page.evaluate(timeMount);
    const firstCpuMs = (await readCpu(devtools)) - cpuBefore;
    const after = await readMemory(devtools);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    const cpuBetween = await readCpu(devtools);
    const { zoom, pan, play } = await page.evaluate(timeFrames);
    const frameCpuMs = ((await readCpu(devtools)) - cpuBetween) / (zoom.length + pan.length + play.length);
    if (failures[0]) throw failures[0];
    return {
      firstMs,
      firstCpuMs,
      frameCpuMs,
      nodes,
      heapMb: after.heap - before.heap,
      buffersMb: after.buffers - before.buffers,
      zoom: summarize(zoom),
      pan: summarize(pan),
      play: play.length > 0 ? summarize(play) : null,
    };
  } finally {
    await browser.close();
  }
}

async function readMemory(devtools: CDPSession): Promise<{ heap: number; buffers: number }> {
  await devtools.send('HeapProfiler.collectGarbage');
  const usage = (await devtools.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return { heap: usage.usedSize / 2 ** 20, buffers: (usage.backingStorageSize ?? 0) / 2 ** 20 };
}

async function readCpu(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
}

function summarize(frames: readonly number[]): Frames {
  return { p50Ms: quantile(frames, 0.5), p95Ms: quantile(frames, 0.95), maxMs: Math.max(...frames) };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
