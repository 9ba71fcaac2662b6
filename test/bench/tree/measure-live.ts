import { openPage, summarize } from './measure-page.ts';
import type { Frames } from './measure-page.ts';
import { timeMount, watchGrowth } from './page-probes.ts';

/** What reading a trace costs while it grows. */
export interface LiveMeasurement {
  readonly frames: Frames;
  /** How far what was read moved on the screen, in pixels. */
  readonly movedPx: number;
}

export async function measureLive(url: string): Promise<LiveMeasurement> {
  return openPage(url, async (page) => {
    await page.evaluate(timeMount);
    const { frames, movedPx } = await page.evaluate(watchGrowth);
    return { frames: summarize(frames), movedPx };
  });
}
