import { xToTime } from './timeline-frame.ts';
import type { TimelineFrame } from './timeline-frame.ts';
import type { TimelineLayout } from './timeline-layout.ts';
import { BLOCK_SHIFT } from './bar-blocks.ts';
import { worstPlace } from './worst-levels.ts';

/**
 * One thing to draw.
 *
 * @param row - of the bar; of bars that share a pixel, the first of the most severe.
 * @param left - pixels from the left edge; of bars that share a pixel, that pixel.
 * @param place - of the first bar in `layout.bars`.
 * @param count - of bars drawn as this one: more than 1 when they share a pixel.
 */
export type VisitBar = (
  row: number,
  left: number,
  right: number,
  lane: number,
  place: number,
  count: number,
) => void;

/** Marks of moments are wider than the moment, and show at the edges although it is just out of view. */
const MARK_PIXELS = 8;

/** Visits what is to be drawn, lane by lane. `visitLane` says what that costs. */
export function visitBars(frame: TimelineFrame, visit: VisitBar): void {
  const { layout, viewport, height } = frame;
  const first = Math.max(0, Math.floor(viewport.top));
  const last = Math.min(layout.laneCount, Math.ceil(viewport.top + height / viewport.laneHeight));
  for (let lane = first; lane < last; lane += 1) {
    visitLane(frame, lane, -MARK_PIXELS, frame.width + MARK_PIXELS, visit);
  }
}

/**
 * Visits what is to be drawn of a lane between two pixels, from left to right. Bars within one pixel are one visit,
 * found by halving: the work grows with the pixels and not with the bars.
 *
 * ```
 *   bars    |▏▏▏▏ ▏▏|▏▏██████|█████ ▏|
 *   visits  |█ 6    |█ 2 ████|████  ▏|
 * ```
 */
export function visitLane(
  frame: TimelineFrame,
  lane: number,
  fromX: number,
  toX: number,
  visit: VisitBar,
): void {
  const { layout, extent, scale, viewport, width } = frame;
  const shownStart = scale.toShown(viewport.start);
  const pixelsPerMs = width / (scale.toShown(viewport.end) - shownStart);
  const { bars, laneStart, start, end, blockEnd, worst } = layout;
  const stop = laneStart[lane + 1] ?? 0;
  const fromTime = xToTime(frame, fromX);
  const toTime = xToTime(frame, toX);
  let place = firstEndingFrom(layout, laneStart[lane] ?? 0, stop, fromTime, false);
  while (place < stop) {
    const row = bars[place] as number;
    const barStart = start[row] as number;
    if (barStart > toTime) return;
    const left = (scale.toShown(barStart) - shownStart) * pixelsPerMs;
    const right = (scale.toShown(Math.min(extent, end[row] as number)) - shownStart) * pixelsPerMs;
    if (right - left >= 1 || place + 1 === stop) {
      visit(row, left, Math.max(left, right), lane, place, 1);
      place += 1;
      continue;
    }
    const pixel = Math.floor(left);
    const pixelEnd = scale.toTime(shownStart + (pixel + 1) / pixelsPerMs);
    let next = place + 1;
    if ((blockEnd[place >> BLOCK_SHIFT] as number) <= pixelEnd) {
      next = firstEndingFrom(layout, next, stop, pixelEnd, true);
    } else {
      // The pixel ends within the block, mostly after a few bars: looking at each takes less than halving.
      while (next < stop && (end[bars[next] as number] as number) <= pixelEnd) next += 1;
    }
    if (next === place + 1) visit(row, left, right, lane, place, 1);
    else visit(bars[worstPlace(worst, place, next)] as number, pixel, pixel + 1, lane, place, next - place);
    place = next;
  }
}

/**
 * The first place whose bar ends at a time or later; with `after`, only later. Steps double before they halve, first
 * over blocks of bars and then within one: ends of blocks lie side by side, those of bars all over the memory.
 */
function firstEndingFrom(
  { bars, end, blockEnd }: TimelineLayout,
  from: number,
  to: number,
  time: number,
  after: boolean,
): number {
  // A block that ends in the next lane says nothing about this one.
  const blocks = Math.min(blockEnd.length, to >> BLOCK_SHIFT);
  let block = from >> BLOCK_SHIFT;
  let step = 1;
  while (block + step <= blocks && isBefore(blockEnd[block + step - 1] as number, time, after)) {
    block += step;
    step *= 2;
  }
  let lastBlock = Math.min(blocks, block + step);
  while (block < lastBlock) {
    const middle = (block + lastBlock) >> 1;
    if (isBefore(blockEnd[middle] as number, time, after)) block = middle + 1;
    else lastBlock = middle;
  }
  let low = Math.max(from, block << BLOCK_SHIFT);
  let high = Math.min(to, (block + 1) << BLOCK_SHIFT);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(end[bars[middle] as number] as number, time, after)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(end: number, time: number, after: boolean): boolean {
  return after ? end <= time : end < time;
}
