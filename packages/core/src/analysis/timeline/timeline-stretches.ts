import type { TimelineFrame } from './timeline-frame.ts';
import type { TimelineLayout } from './timeline-layout.ts';

/** Parts of bars that are drawn in another way; a `CriticalPath` is one. */
export interface TimelineStretches {
  /** Start of each stretch, epoch milliseconds. */
  readonly start: Float64Array;
  /** End of each stretch, epoch milliseconds; `Infinity` while running. */
  readonly end: Float64Array;
  /** Stretches of row `r` are `ofRow[firstOfRow[r]]` up to, not including, `ofRow[firstOfRow[r + 1]]`. */
  readonly firstOfRow: Int32Array;
  /** Indexes of stretches, row by row, each row's by time. */
  readonly ofRow: Int32Array;
}

/**
 * Where rows did something themselves: the time in which none of their children ran.
 *
 * ```
 *   agent   ▕▒▒███▒▒▒████▒▏     ▒ its own
 *     plan  ▕  ███        ▏
 *     tool  ▕        ████ ▏
 * ```
 */
export function ownStretches({ tree, start, end, origin }: TimelineLayout): TimelineStretches {
  const { rowCount, subtreeEnd } = tree;
  const firstOfRow = new Int32Array(rowCount + 1);
  // A row has at most one stretch more than it has children, and is a child at most once.
  const starts = new Float64Array(2 * rowCount);
  const ends = new Float64Array(starts.length);
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    firstOfRow[row] = count;
    const until = end[row] as number;
    const last = subtreeEnd[row] as number;
    let cursor = start[row] as number;
    const add = (to: number) => {
      if (to <= cursor) return;
      starts[count] = cursor + origin;
      ends[count] = to + origin;
      count += 1;
    };
    // Children stand by start, so whatever has run before one ended at the cursor.
    for (let child = row + 1; child < last; child = subtreeEnd[child] as number) {
      add(Math.min(until, start[child] as number));
      cursor = Math.max(cursor, end[child] as number);
    }
    add(until);
  }
  firstOfRow[rowCount] = count;
  const ofRow = new Int32Array(count);
  for (let stretch = 0; stretch < count; stretch += 1) ofRow[stretch] = stretch;
  return { start: starts.subarray(0, count), end: ends.subarray(0, count), firstOfRow, ofRow };
}

/** Visits the stretches of a row that are in view, from left to right; those within one pixel as one. */
export function visitStretches(
  { layout, scale, viewport, width, extent }: TimelineFrame,
  { start, end, firstOfRow, ofRow }: TimelineStretches,
  row: number,
  visit: (left: number, right: number) => void,
): void {
  const shownStart = scale.toShown(viewport.start);
  const pixelsPerMs = width / (scale.toShown(viewport.end) - shownStart);
  const toX = (time: number) =>
    (scale.toShown(Math.min(extent, time - layout.origin)) - shownStart) * pixelsPerMs;
  const timeAt = (x: number) => scale.toTime(shownStart + x / pixelsPerMs) + layout.origin;
  const last = firstOfRow[row + 1] ?? 0;
  let index = firstEnding(end, ofRow, firstOfRow[row] ?? 0, last, layout.origin + viewport.start);
  while (index < last) {
    const stretch = ofRow[index] as number;
    const left = toX(start[stretch] as number);
    if (left > width) return;
    const right = toX(end[stretch] as number);
    visit(left, Math.max(right, left + 1));
    index += 1;
    if (right - left < 1) index = firstEnding(end, ofRow, index, last, timeAt(left + 1));
  }
}

/** The first place whose stretch ends after a time. */
function firstEnding(end: Float64Array, ofRow: Int32Array, from: number, to: number, time: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[ofRow[middle] as number] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
