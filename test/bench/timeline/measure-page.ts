import { openPage } from '../open-page/open-page.ts';
import { readCpuMs, readMemory } from '../open-page/read-usage.ts';
import { summarizeFrames } from '../open-page/summarize-frames.ts';
import type { Frames } from '../open-page/summarize-frames.ts';
import { timeMount } from '../open-page/time-mount.ts';
import { countColors, timeFrames } from './page-probes.ts';

export interface Measurement {
  readonly firstMs: number;
  /** What the page's thread computed for the first picture. */
  readonly firstCpuMs: number;
  /** What it computed until everything around the bars was there, too. */
  readonly wholeCpuMs: number;
  /** What it computed for zooming, panning and playing, per frame. */
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

/** Ground, lines and texts of an axis are fewer. */
const LEAST_COLORS = 6;
/** Frames right after mounting belong to mounting. */
const REST_MS = 800;

export async function measurePage(url: string): Promise<Measurement> {
  return openPage(url, 'timelineBench', async (page, devtools) => {
    const before = await readMemory(devtools);
    const cpuBefore = await readCpuMs(devtools);
    const firstMs = await page.evaluate(timeMount, 'timelineBench' as const);
    const cpuFirst = await readCpuMs(devtools);
    if ((await page.evaluate(countColors)) < LEAST_COLORS) {
      throw new Error(`The first picture of ${url} shows no bars, so its time would be a lie.`);
    }
    const cpuCounted = await readCpuMs(devtools);
    await page.waitForTimeout(REST_MS);
    const cpuRested = await readCpuMs(devtools);
    const after = await readMemory(devtools);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    const cpuBetween = await readCpuMs(devtools);
    const { zoom, pan, play } = await page.evaluate(timeFrames);
    const frames = zoom.length + pan.length + play.length;
    return {
      firstMs,
      firstCpuMs: cpuFirst - cpuBefore,
      wholeCpuMs: cpuFirst - cpuBefore + cpuRested - cpuCounted,
      frameCpuMs: ((await readCpuMs(devtools)) - cpuBetween) / frames,
      nodes,
      heapMb: after.heapMb - before.heapMb,
      buffersMb: after.buffersMb - before.buffersMb,
      zoom: summarizeFrames(zoom),
      pan: summarizeFrames(pan),
      play: play.length > 0 ? summarizeFrames(play) : null,
    };
  });
}
