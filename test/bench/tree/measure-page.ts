import { openPage } from '../open-page/open-page.ts';
import { readCpuMs, readMemory } from '../open-page/read-usage.ts';
import { quantile, summarizeFrames } from '../open-page/summarize-frames.ts';
import type { Frames } from '../open-page/summarize-frames.ts';
import { timeMount } from '../open-page/time-mount.ts';
import { scrollFrames, selectAndFold } from './page-probes.ts';

/** Frames right after mounting belong to mounting. */
const REST_MS = 500;

export interface Measurement {
  /** Until the first rows are on their way to the screen, by the clock. */
  readonly firstMs: number;
  /** What the page's thread computed until then. */
  readonly firstCpuMs: number;
  readonly nodes: number;
  readonly heapMb: number;
  readonly wheel: ScrollMeasurement;
  readonly fling: ScrollMeasurement;
  readonly selectMs: number;
  readonly toggleMs: number;
}

/** Lengths of frames, and what the page's thread computed for each. */
export interface ScrollMeasurement extends Frames {
  readonly cpuMs: number;
}

export async function measurePage(url: string): Promise<Measurement> {
  return openPage(url, 'bench', async (page, devtools) => {
    const before = await readMemory(devtools);
    const cpuBefore = await readCpuMs(devtools);
    const firstMs = await page.evaluate(timeMount, 'bench' as const);
    const firstCpuMs = (await readCpuMs(devtools)) - cpuBefore;
    const after = await readMemory(devtools);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    await page.waitForTimeout(REST_MS);
    const scroll = async (kind: 'wheel' | 'fling'): Promise<ScrollMeasurement> => {
      const started = await readCpuMs(devtools);
      const frames = await page.evaluate(scrollFrames, kind);
      return {
        ...summarizeFrames(frames),
        cpuMs: ((await readCpuMs(devtools)) - started) / frames.length,
      };
    };
    const wheel = await scroll('wheel');
    const fling = await scroll('fling');
    const { selects, toggles } = await page.evaluate(selectAndFold);
    return {
      firstMs,
      firstCpuMs,
      nodes,
      heapMb: after.heapMb - before.heapMb,
      wheel,
      fling,
      selectMs: quantile(selects, 0.5),
      toggleMs: quantile(toggles, 0.5),
    };
  });
}
