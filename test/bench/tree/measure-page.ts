import { chromium } from 'playwright';
import type { CDPSession, Page } from 'playwright';
import { chromiumLaunchOptions } from '../../../scripts/find-chromium.mjs';
import { scrollAndFold, timeMount } from './page-probes.ts';

export interface Frames {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

export interface Measurement {
  readonly firstMs: number;
  readonly nodes: number;
  readonly heapMb: number;
  readonly wheel: Frames;
  readonly fling: Frames;
  readonly selectMs: number;
  readonly toggleMs: number;
}

/** One run in a browser of its own, so that no run inherits the heap of another. */
export async function measurePage(url: string): Promise<Measurement> {
  return openPage(url, async (page, devtools) => {
    const before = await readMemory(devtools);
    const firstMs = await page.evaluate(timeMount);
    const after = await readMemory(devtools);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    const { wheel, fling, selects, toggles } = await page.evaluate(scrollAndFold);
    return {
      firstMs,
      nodes,
      heapMb: after - before,
      wheel: summarize(wheel),
      fling: summarize(fling),
      selectMs: quantile(selects, 0.5),
      toggleMs: quantile(toggles, 0.5),
    };
  });
}

/** Opens a page, waits for what it offers, and hands it over; an error of the page fails the run. */
export async function openPage<Result>(
  url: string,
  measure: (page: Page, devtools: CDPSession) => Promise<Result>,
): Promise<Result> {
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
    await page.waitForFunction(() => window.bench !== undefined, null, { timeout: 120_000 });
    const result = await measure(page, devtools);
    if (failures[0]) throw failures[0];
    return result;
  } finally {
    await browser.close();
  }
}

async function readMemory(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 2 ** 20;
}

export function summarize(frames: readonly number[]): Frames {
  return {
    p50Ms: quantile(frames, 0.5),
    p95Ms: quantile(frames, 0.95),
    maxMs: Math.max(...frames),
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
