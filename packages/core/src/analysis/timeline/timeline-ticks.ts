import type { Milliseconds } from '../../model/units.ts';
import { timeToX } from './timeline-frame.ts';
import type { TimelineFrame } from './timeline-frame.ts';

export interface TimelineTick {
  readonly time: Milliseconds;
  /** Pixels from the left edge. */
  readonly x: number;
  /** Middle of its label: at the edges moved inwards, so that the label is not cut. */
  readonly labelX: number;
}

export interface TimelineTicks {
  /** Distance of neighbours, which is how exact their labels have to be. */
  readonly step: Milliseconds;
  readonly ticks: readonly TimelineTick[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS: readonly Milliseconds[] = [
  ...[-3, -2, -1, 0, 1, 2, 3].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power)),
  ...[10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => count * DAY),
];
/** Pixels between two labels. */
const ROOM = 14;
/** Pixels between a label and the edge. */
const EDGE = 4;

/**
 * Round times to label an axis with, as many as fit without their labels touching. Compressed gaps have none.
 *
 * @param labelWidth - pixels of a label when neighbours are `step` apart.
 */
export function timelineTicks(
  frame: TimelineFrame,
  labelWidth: (time: Milliseconds, step: Milliseconds) => number,
): TimelineTicks {
  const { scale, viewport, width } = frame;
  const pixelsPerMs = width / (scale.toShown(viewport.end) - scale.toShown(viewport.start));
  if (!(pixelsPerMs > 0)) return { step: 1, ticks: [] };
  for (const step of STEPS) {
    // Even "0s" needs more than this, so finer steps need not be tried.
    if (step * pixelsPerMs < 24) continue;
    const widest = Math.max(labelWidth(lastMultiple(viewport.end, step), step), labelWidth(step, step));
    if (step * pixelsPerMs < widest + ROOM) continue;
    return { step, ticks: ticksAt(frame, step, labelWidth) };
  }
  return { step: DAY, ticks: [] };
}

function ticksAt(
  frame: TimelineFrame,
  step: Milliseconds,
  labelWidth: (time: Milliseconds, step: Milliseconds) => number,
): TimelineTick[] {
  const { scale, viewport, width } = frame;
  const ticks: TimelineTick[] = [];
  let taken = -Infinity;
  const addBetween = (from: Milliseconds, to: Milliseconds) => {
    for (let index = Math.ceil(from / step - 1e-9); index * step <= to; index += 1) {
      // The smallest index may be -0, which people do not count with.
      const time = Math.max(0, index * step);
      const x = timeToX(frame, time);
      const half = labelWidth(time, step) / 2;
      const labelX = Math.max(half + EDGE, Math.min(width - half - EDGE, x));
      if (labelX - half < taken) continue;
      ticks.push({ time, x, labelX });
      taken = labelX + half + ROOM / 2;
    }
  };
  let from = viewport.start;
  for (const gap of scale.gaps) {
    if (gap.to <= from) continue;
    if (gap.from >= viewport.end) break;
    addBetween(from, gap.from);
    from = gap.to;
  }
  addBetween(from, viewport.end);
  return ticks;
}

function lastMultiple(time: Milliseconds, step: Milliseconds): Milliseconds {
  return Math.floor(time / step) * step;
}
