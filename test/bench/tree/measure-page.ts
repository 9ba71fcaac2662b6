import { openPage } from '../open-page/open-page.ts';
import { readCpuMs, readMemory } from '../open-page/read-usage.ts';
import { quantile, summarizeFrames } from '../open-page/summarize-frames.ts';
import type { Frames } from '../open-page/summarize-frames.ts';
import { timeMount } from '../open-page/time-mount.ts';
import { scrollAndFold } from './page-probes.ts';

export interface Measurement {
  /** Until the first rows are on their way to the screen, by the clock. */
  readonly firstMs: number;
  /** What the page's thread computed until then. */
  readonly firstCpuMs: number;
  readonly nodes: number;
  readonly heapMb: number;
  readonly wheel: Frames;
  readonly fling: Frames;
  readonly selectMs: number;
  readonly toggleMs: number;
}

export async function measurePage(url: string): Promise<Measurement> {
  return openPage(url, 'bench', async (page, devtools) => {
    const before = await readMemory(devtools);
    const cpuBefore = await readCpuMs(devtools);
    const firstMs = await page.evaluate(timeMount, 'bench' as const);
    const firstCpuMs = (await readCpuMs(devtools)) - cpuBefore;
    const after = await readMemory(devtools);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    const { wheel, fling, selects, toggles } = await page.evaluate(scrollAndFold);
    return {
      firstMs,
      firstCpuMs,
      nodes,
      heapMb: after.heapMb - before.heapMb,
      wheel: summarizeFrames(wheel),
      fling: summarizeFrames(fling),
      selectMs: quantile(selects, 0.5),
      toggleMs: quantile(toggles, 0.5),
    };
  });
}
