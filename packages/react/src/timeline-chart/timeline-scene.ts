import type { Milliseconds, TimelineFrame, TimelineStretches } from '@oriel/core';
import type { TimelineTheme } from './timeline-theme.ts';

/** Height of the axis above the lanes, in CSS pixels. */
export const AXIS_HEIGHT = 28;

/** Texts that are drawn, in the reader's language. */
export interface TimelineTexts {
  readonly unnamed: string;
  readonly running: string;
  readonly duration: (length: Milliseconds) => string;
  /** @param step - distance of neighbours, which is how exact the label has to be. */
  readonly tick: (time: Milliseconds, step: Milliseconds) => string;
}

/** Everything that one picture of the timeline depends on. */
export interface TimelineScene {
  readonly frame: TimelineFrame;
  readonly theme: TimelineTheme;
  readonly texts: TimelineTexts;
  /** Width of the names beside the lanes; 0 without them. */
  readonly gutter: number;
  readonly selectedRow: number;
  /** Row that keys act on. */
  readonly activeRow: number;
  readonly criticalPath: TimelineStretches | null;
  readonly ownTime: TimelineStretches | null;
}

/** Left edge of the lanes. Time goes from left to right in every language; names stand where reading begins. */
export function lanesLeft({ gutter, theme }: TimelineScene): number {
  return theme.isRightToLeft ? 0 : gutter;
}

export function rowName({ frame, texts }: TimelineScene, row: number): string {
  const { tree } = frame.layout;
  const index = tree.order[row] ?? -1;
  const name = (index === -1 ? tree.head : tree.observations[index])?.name;
  return name?.trim() ? name : texts.unnamed;
}

/** Shapes that say what colour says, by place in `OBSERVATION_LEVELS`. */
const LEVEL_MARKS = ['', '', '▲', '✕'];

/** What stands at a bar: whether it went wrong, its name where that is not said beside it, and how long it took. */
export function barLabel(scene: TimelineScene, row: number): string {
  const mark = LEVEL_MARKS[scene.frame.layout.level[row] as number];
  const name = scene.gutter > 0 ? '' : rowName(scene, row);
  return [mark, name, rowDuration(scene, row)].filter(Boolean).join('  ');
}

/** How long a bar took; nothing for a moment. */
function rowDuration({ frame, texts }: TimelineScene, row: number): string {
  const { start, end, isOpen } = frame.layout;
  if (isOpen[row]) return texts.running;
  const length = (end[row] as number) - (start[row] as number);
  return length > 0 ? texts.duration(length) : '';
}
