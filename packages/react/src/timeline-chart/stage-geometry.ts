import { hitTestTimeline, timeToX } from '@oriel/core';
import type { TimelineHit, TimelineMode } from '@oriel/core';
import { AXIS_HEIGHT, lanesLeft } from './timeline-scene.ts';
import type { TimelineScene } from './timeline-scene.ts';

/** A point of the lanes, in CSS pixels. */
export interface StagePoint {
  readonly x: number;
  /** Negative on the axis. */
  readonly y: number;
  /** On the names beside the lanes. */
  readonly isInGutter: boolean;
}

/** Edges in pixels of the whole stage, axis and names included. */
export interface StageBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Below this width names beside the lanes would leave too little to the lanes. */
const MIN_WIDTH_WITH_GUTTER = 520;
const GUTTER_SHARE = 0.26;
const MIN_GUTTER = 140;
const MAX_GUTTER = 280;

/** Width of the names beside the lanes of a stage; 0 where there are none. */
export function gutterWidth(mode: TimelineMode, width: number): number {
  if (mode !== 'rows' || width < MIN_WIDTH_WITH_GUTTER) return 0;
  return Math.round(Math.min(MAX_GUTTER, Math.max(MIN_GUTTER, width * GUTTER_SHARE)));
}

/** A point of the whole stage as a point of the lanes. */
export function pointInLanes(scene: TimelineScene, stageX: number, stageY: number): StagePoint {
  const x = stageX - lanesLeft(scene);
  return { x, y: stageY - AXIS_HEIGHT, isInGutter: x < 0 || x >= scene.frame.width };
}

/** The bar at a point; beside a name, the bar of that name. */
export function hitAtPoint({ frame }: TimelineScene, { x, y, isInGutter }: StagePoint): TimelineHit | null {
  if (y < 0) return null;
  if (!isInGutter) return hitTestTimeline(frame, x, y);
  const { layout, viewport } = frame;
  const lane = Math.floor(viewport.top + y / viewport.laneHeight);
  return lane < layout.laneCount ? { row: layout.bars[lane] as number, count: 1 } : null;
}

/** Where a bar is drawn, cut to the lanes' width; `null` for rows that are folded away. */
export function barInStage(scene: TimelineScene, row: number): StageBox | null {
  const { frame } = scene;
  const { layout, viewport, width, extent } = frame;
  const lane = layout.lane[row] ?? -1;
  if (lane === -1) return null;
  const offset = lanesLeft(scene);
  const top = AXIS_HEIGHT + (lane - viewport.top) * viewport.laneHeight;
  const inside = (x: number) => offset + Math.min(width, Math.max(0, x));
  return {
    left: inside(timeToX(frame, layout.start[row] as number)),
    right: inside(timeToX(frame, Math.min(extent, layout.end[row] as number))),
    top,
    bottom: top + viewport.laneHeight,
  };
}
