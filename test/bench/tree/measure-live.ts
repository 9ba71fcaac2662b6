import { openPage } from '../open-page/open-page.ts';
import { summarizeFrames } from '../open-page/summarize-frames.ts';
import type { Frames } from '../open-page/summarize-frames.ts';
import { timeMount } from '../open-page/time-mount.ts';
import { watchGrowth } from './page-probes.ts';

/** What reading a trace costs while it grows. */
export interface LiveMeasurement {
  readonly frames: Frames;
  /** How far what was read moved on the screen, in pixels. */
  readonly movedPx: number;
}

export async function measureLive(url: string): Promise<LiveMeasurement> {
  return openPage(url, 'bench', async (page) => {
    await page.evaluate(timeMount, 'bench' as const);
    const { frames, movedPx } = await page.evaluate(watchGrowth);
    return { frames: summarizeFrames(frames), movedPx };
  });
}
