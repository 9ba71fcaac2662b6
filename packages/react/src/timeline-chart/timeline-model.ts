import type { CriticalPath, Milliseconds, TimelineLayout, TimelineStretches, TimeScale } from '@oriel/core';
import type { TimelineTexts } from './timeline-scene.ts';

/** What a stage shows. */
export interface TimelineModel {
  readonly layout: TimelineLayout;
  readonly scale: TimeScale;
  /** Where running bars and the timeline end. */
  readonly extent: Milliseconds;
  readonly texts: TimelineTexts;
  readonly selectedRow: number;
  readonly activeRow: number;
  readonly criticalPath: CriticalPath | null;
  readonly ownTime: TimelineStretches | null;
}

export function isSameModel(one: TimelineModel, other: TimelineModel): boolean {
  return (Object.keys(one) as (keyof TimelineModel)[]).every((key) => one[key] === other[key]);
}
