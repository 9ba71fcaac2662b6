import type { Milliseconds } from '../../model/units.ts';
import type { TimeScale } from './time-scale.ts';
import type { TimelineLayout } from './timeline-layout.ts';
import type { TimelineViewport } from './timeline-viewport.ts';

/** Everything that one picture of the lanes depends on. */
export interface TimelineFrame {
  readonly layout: TimelineLayout;
  readonly scale: TimeScale;
  readonly viewport: TimelineViewport;
  /** CSS pixels of the lanes, without axis and names. */
  readonly width: number;
  readonly height: number;
  /** Where running bars end. */
  readonly extent: Milliseconds;
}

/** Pixels from the left edge at which a time is drawn. */
export function timeToX({ scale, viewport, width }: TimelineFrame, time: Milliseconds): number {
  const from = scale.toShown(viewport.start);
  return ((scale.toShown(time) - from) / (scale.toShown(viewport.end) - from)) * width;
}

/** The time that is drawn at a number of pixels from the left edge. */
export function xToTime({ scale, viewport, width }: TimelineFrame, x: number): Milliseconds {
  const from = scale.toShown(viewport.start);
  return scale.toTime(from + (x / width) * (scale.toShown(viewport.end) - from));
}

/** Pixels from the upper edge at which a lane begins. */
export function laneToY({ viewport }: TimelineFrame, lane: number): number {
  return (lane - viewport.top) * viewport.laneHeight;
}
