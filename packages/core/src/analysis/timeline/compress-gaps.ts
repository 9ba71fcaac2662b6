import type { Milliseconds } from '../../model/units.ts';
import type { CompressedGap } from './time-scale.ts';
import type { TimelineLayout } from './timeline-layout.ts';

/** A gap is worth compressing when it lasts longer than this share of the time in which something happened. */
const WORTH = 0.1;
/** All gaps together are drawn no longer than this share of it, and one no longer than the other. */
const SHOWN_TOGETHER = 0.5;
const SHOWN_EACH = 0.04;

/**
 * Stretches in which nothing happened: no bar began or ended, and nothing ran that has no steps of its own. (An
 * agent that only waits for its steps is no activity, or no trace would ever have a gap.)
 *
 * ```
 *   agent   ▕████████████████████▏
 *   llm     ▕███                 ▏
 *   tool    ▕               █████▏
 *               ╰── gap ──╯
 * ```
 */
export function compressGaps(layout: TimelineLayout): CompressedGap[] {
  const idle = idleGaps(layout);
  let idleTotal = 0;
  for (const [from, to] of idle) idleTotal += to - from;
  // Where nothing but moments happened, some scale is still needed.
  const busy = Math.max(layout.lastEdge - idleTotal, layout.lastEdge / 1000);
  const worth = idle.filter(([from, to]) => to - from > busy * WORTH);
  const shown = Math.min(busy * SHOWN_EACH, (busy * SHOWN_TOGETHER) / Math.max(1, worth.length));
  return worth.map(([from, to]) => ({ from, to, shown }));
}

function idleGaps({ tree, start, end, lastEdge }: TimelineLayout): [from: Milliseconds, to: Milliseconds][] {
  const { rowCount, childCount } = tree;
  // Begins and ends of activity, each sorted: how many have begun and not ended is what runs. A step with steps of
  // its own counts as two moments.
  const begins = new Float64Array(2 * rowCount);
  const ends = new Float64Array(2 * rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const from = start[row] as number;
    const to = end[row] as number;
    begins[count] = from;
    if (childCount[row] === 0) {
      ends[count] = to;
    } else {
      ends[count] = from;
      count += 1;
      begins[count] = Math.min(to, lastEdge);
      ends[count] = Math.min(to, lastEdge);
    }
    count += 1;
  }
  const sortedBegins = begins.subarray(0, count).toSorted();
  const sortedEnds = ends.subarray(0, count).toSorted();
  const gaps: [Milliseconds, Milliseconds][] = [];
  let begun = 0;
  for (let ended = 0; ended < count; ended += 1) {
    const time = sortedEnds[ended] as number;
    while (begun < count && (sortedBegins[begun] as number) <= time) begun += 1;
    if (begun === ended + 1 && begun < count) gaps.push([time, sortedBegins[begun] as number]);
  }
  return gaps;
}
