import type { TimelineFrame } from './timeline-frame.ts';
import { visitLane } from './visit-bars.ts';

/** What a pointer points at. */
export interface TimelineHit {
  /** Of bars that share a pixel, the first of the most severe. */
  readonly row: number;
  /** Count of bars that are drawn as this one. */
  readonly count: number;
}

/** Moments and slivers are met from this far. */
const REACH = 5;

/** The bar at a point of the lanes, or the nearest within a few pixels; `null` on empty ground. */
export function hitTestTimeline(frame: TimelineFrame, x: number, y: number): TimelineHit | null {
  const { layout, viewport } = frame;
  const lane = Math.floor(viewport.top + y / viewport.laneHeight);
  if (lane < 0 || lane >= layout.laneCount) return null;
  let nearest: TimelineHit | null = null;
  let nearestDistance = REACH;
  visitLane(frame, lane, x - REACH, x + REACH, (row, left, right, _lane, _place, count) => {
    const distance = Math.max(0, left - x, x - right);
    if (distance > nearestDistance || (nearest && distance === nearestDistance)) return;
    nearest = { row, count };
    nearestDistance = distance;
  });
  return nearest;
}
