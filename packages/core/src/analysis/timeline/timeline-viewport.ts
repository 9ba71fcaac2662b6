import type { Milliseconds } from '../../model/units.ts';
import type { TimeScale } from './time-scale.ts';
import type { TimelineLayout } from './timeline-layout.ts';

/** What a timeline shows, as plain data that a URL can hold. */
export interface TimelineViewport {
  /** Time at the left edge, counted from the trace's start. */
  readonly start: Milliseconds;
  /** Time at the right edge, counted from the trace's start. */
  readonly end: Milliseconds;
  /** Lane at the upper edge; a fraction when it is cut. */
  readonly top: number;
  /** Height of a lane in CSS pixels, from 2 to 48. */
  readonly laneHeight: number;
}

/** What a viewport moves within. */
export interface TimelineBounds {
  readonly scale: TimeScale;
  /** Where running bars and the timeline end. */
  readonly extent: Milliseconds;
  readonly laneCount: number;
  /** CSS pixels that lanes are shown in. */
  readonly height: number;
}

const MIN_LANE_HEIGHT = 2;
const MAX_LANE_HEIGHT = 48;
/** Nothing in a trace is measured finer than this is wide. */
const MIN_SPAN: Milliseconds = 0.01;

/** Shorter than any clock tells; a scale made of less would be none. */
const NANOSECOND: Milliseconds = 1e-6;

/** Room for what started last and still runs, as a share of the time before. */
const RUNNING_ROOM = 0.02;

/**
 * Where the timeline ends: at the latest known time, and while something runs at `now`, or a little later than that
 * where nobody says what time it is. 1 ms where everything is one moment.
 */
export function timelineExtent(layout: TimelineLayout, now?: Milliseconds): Milliseconds {
  const { lastEdge, hasRunning } = layout;
  const extent = hasRunning ? Math.max(lastEdge, now ?? lastEdge * (1 + RUNNING_ROOM)) : lastEdge;
  return extent >= NANOSECOND ? extent : 1;
}

/** The nearest viewport that stays within the trace. */
export function clampViewport(viewport: TimelineViewport, bounds: TimelineBounds): TimelineViewport {
  const { scale, extent, laneCount, height } = bounds;
  const shownExtent = scale.toShown(extent);
  const from = scale.toShown(viewport.start);
  const span = Math.min(shownExtent, Math.max(MIN_SPAN, scale.toShown(viewport.end) - from));
  const start = Math.min(shownExtent - span, Math.max(0, from));
  const laneHeight = Math.min(MAX_LANE_HEIGHT, Math.max(MIN_LANE_HEIGHT, viewport.laneHeight));
  const lastTop = Math.max(0, laneCount - height / laneHeight);
  return {
    start: scale.toTime(start),
    end: span === shownExtent ? extent : scale.toTime(start + span),
    top: Math.min(lastTop, Math.max(0, viewport.top)),
    laneHeight,
  };
}

/** Everything from left to right; lanes stay as they are. */
export function wholeViewport(viewport: TimelineViewport, bounds: TimelineBounds): TimelineViewport {
  return clampViewport({ ...viewport, start: 0, end: bounds.extent }, bounds);
}

/**
 * Shows more or less time, around a point that stays where it is.
 *
 * @param factor - of the time shown: 0.5 doubles the size of everything.
 * @param anchor - where that point is, from 0 (left edge) to 1 (right edge).
 */
export function zoomTime(
  viewport: TimelineViewport,
  factor: number,
  anchor: number,
  bounds: TimelineBounds,
): TimelineViewport {
  const { scale } = bounds;
  const from = scale.toShown(viewport.start);
  const span = scale.toShown(viewport.end) - from;
  // Held at its limits before it is placed, or zooming at a limit would drift.
  const next = Math.min(scale.toShown(bounds.extent), Math.max(MIN_SPAN, span * factor));
  const start = from + (span - next) * anchor;
  return clampViewport({ ...viewport, start: scale.toTime(start), end: scale.toTime(start + next) }, bounds);
}

/** Makes lanes higher or lower, around a point that stays where it is, `y` pixels below the upper edge. */
export function zoomLanes(
  viewport: TimelineViewport,
  factor: number,
  y: number,
  bounds: TimelineBounds,
): TimelineViewport {
  const laneHeight = Math.min(MAX_LANE_HEIGHT, Math.max(MIN_LANE_HEIGHT, viewport.laneHeight * factor));
  const top = viewport.top + y / viewport.laneHeight - y / laneHeight;
  return clampViewport({ ...viewport, laneHeight, top }, bounds);
}

/** Moves by a share of the width (to the right when positive) and a number of lanes (downwards when positive). */
export function panViewport(
  viewport: TimelineViewport,
  share: number,
  lanes: number,
  bounds: TimelineBounds,
): TimelineViewport {
  const { scale, extent } = bounds;
  const from = scale.toShown(viewport.start);
  const span = scale.toShown(viewport.end) - from;
  const start = Math.min(scale.toShown(extent) - span, Math.max(0, from + span * share));
  return clampViewport(
    { ...viewport, start: scale.toTime(start), end: scale.toTime(start + span), top: viewport.top + lanes },
    bounds,
  );
}

/** Shows a stretch of time with a little room around it; a moment keeps the span and comes into the middle. */
export function fitTime(
  viewport: TimelineViewport,
  from: Milliseconds,
  to: Milliseconds,
  bounds: TimelineBounds,
): TimelineViewport {
  const { scale } = bounds;
  const left = scale.toShown(from);
  const right = scale.toShown(Math.min(to, bounds.extent));
  const span = scale.toShown(viewport.end) - scale.toShown(viewport.start);
  const margin = right > left ? (right - left) * 0.08 : span / 2;
  return clampViewport(
    { ...viewport, start: scale.toTime(left - margin), end: scale.toTime(right + margin) },
    bounds,
  );
}

/** The least move that brings a bar into view, with a lane of room above and below. */
export function revealBar(
  viewport: TimelineViewport,
  layout: TimelineLayout,
  row: number,
  bounds: TimelineBounds,
): TimelineViewport {
  const lane = layout.lane[row] ?? -1;
  if (lane === -1) return viewport;
  const fits = bounds.height / viewport.laneHeight;
  const room = fits > 3 ? 1 : 0;
  const top = Math.min(lane - room, Math.max(lane + 1 + room - fits, viewport.top));
  const { scale, extent } = bounds;
  const from = scale.toShown(viewport.start);
  const span = scale.toShown(viewport.end) - from;
  const left = scale.toShown(layout.start[row] as number);
  const right = scale.toShown(Math.min(extent, layout.end[row] as number));
  const isSeen = right >= from + span * 0.02 && left <= from + span * 0.98;
  const start = isSeen ? from : right - left > span ? left - span * 0.1 : (left + right - span) / 2;
  return panViewport({ ...viewport, top }, (start - from) / span, 0, bounds);
}
