import { laneToY, placeLabel, timeToX, visitBars, visitStretches } from '@oriel/core';
import type { TimelineFrame } from '@oriel/core';
import { cutText } from './cut-text.ts';
import type { Surface } from './surface.ts';
import { AXIS_HEIGHT, barLabel, lanesLeft } from './timeline-scene.ts';
import type { TimelineScene } from './timeline-scene.ts';
import type { BarPaint, TimelineTheme } from './timeline-theme.ts';

/** Lanes lower than this carry no text. */
const MIN_LABEL_HEIGHT = 14;
/** Bars narrower than this are all edge. */
const SLIVER = 4;
/** Beyond this a canvas loses digits; nobody sees what is out there. */
const FAR = 4000;
const ERROR = 3;
const WARNING = 2;

interface PendingLabel {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly lane: number;
}

/** Draws what is in view of all lanes, with labels where they fit. */
export function paintBars(surface: Surface, scene: TimelineScene): void {
  const { frame } = scene;
  const hasLabels = frame.viewport.laneHeight >= MIN_LABEL_HEIGHT;
  // A label may use the ground up to the next bar, so it waits until that is known.
  let pending: PendingLabel | null = null;
  let freeFrom = 0;
  let previousLane = -1;
  visitBars(frame, (row, left, right, lane, _place, count) => {
    const isMoment = count === 1 && frame.layout.start[row] === frame.layout.end[row];
    paintBar(surface, scene, { row, left, right, lane }, count, isMoment);
    if (!hasLabels) return;
    const isNeighbour = previousLane === lane;
    const reach = isMoment ? markRadius(frame) : 0;
    if (pending) paintLabel(surface, scene, pending, freeFrom, isNeighbour ? left - reach : frame.width);
    // Only the first bar of a lane may use the ground before it: behind the others, labels may stand.
    freeFrom = isNeighbour ? Infinity : 0;
    previousLane = lane;
    pending = count === 1 ? { row, left: left - reach, right: right + reach, lane } : null;
  });
  if (pending) paintLabel(surface, scene, pending, freeFrom, frame.width);
}

/** Colours of a bar: what went wrong shows before what kind it is. */
export function barPaint(theme: TimelineTheme, level: number, kind: number): BarPaint {
  if (level === ERROR) return theme.error;
  if (level === WARNING) return theme.warning;
  return theme.kinds[kind] ?? (theme.kinds[0] as BarPaint);
}

/** Where a bar is within its lane. */
export function barBox(frame: TimelineFrame, lane: number): { y: number; height: number } {
  const { laneHeight } = frame.viewport;
  const inset = laneHeight < 5 ? 0.5 : Math.round(laneHeight * 0.16);
  return { y: AXIS_HEIGHT + laneToY(frame, lane) + inset, height: Math.max(1, laneHeight - 2 * inset) };
}

function paintBar(
  surface: Surface,
  scene: TimelineScene,
  bar: PendingLabel,
  count: number,
  isMoment: boolean,
): void {
  const { frame, theme } = scene;
  const { layout } = frame;
  const { row, lane } = bar;
  const { y, height } = barBox(frame, lane);
  const paint = barPaint(theme, layout.level[row] as number, layout.kind[row] as number);
  const offset = lanesLeft(scene);
  if (isMoment) {
    surface.diamond(offset + bar.left, y + height / 2, markRadius(frame), paint.solid);
    return;
  }
  const left = Math.max(-FAR, bar.left);
  const right = Math.min(frame.width + FAR, bar.right);
  const width = Math.max(1, right - left);
  if (width < SLIVER || height < 5 || count > 1) {
    surface.rect(offset + left, y, width, height, paint.solid);
    return;
  }

  const { ownTime } = scene;
  surface.rect(offset + left, y, width, height, ownTime ? paint.faint : paint.fill);
  const firstToken = layout.firstToken[row] as number;
  if (ownTime) {
    visitStretches(frame, ownTime, row, (from, to) => {
      surface.rect(
        offset + Math.max(left, from),
        y,
        Math.min(right, to) - Math.max(left, from),
        height,
        paint.strong,
      );
    });
  } else if (firstToken > (layout.start[row] as number)) {
    const split = Math.min(right, timeToX(frame, firstToken));
    if (split > left) {
      surface.rect(offset + left, y, split - left, height, paint.faint);
      surface.rect(offset + split - 1, y, 1, height, paint.edge);
    }
  }
  if (layout.isOpen[row]) {
    surface.frame(offset + left, y, width, height, paint.solid, 1, true);
  } else {
    surface.frame(offset + left, y, width, height, paint.edge, 1);
  }
  surface.rect(offset + left, y, 3, height, paint.solid);
  paintCriticalPath(surface, scene, bar, y + height);
}

function paintCriticalPath(surface: Surface, scene: TimelineScene, bar: PendingLabel, bottom: number): void {
  const { criticalPath, frame, theme } = scene;
  if (!criticalPath) return;
  visitStretches(frame, criticalPath, bar.row, (from, to) => {
    const left = Math.max(-2, from);
    surface.rect(lanesLeft(scene) + left, bottom - 3, Math.min(frame.width + 2, to) - left, 3, theme.text);
  });
}

function markRadius(frame: TimelineFrame): number {
  return Math.max(2, Math.min(6, frame.viewport.laneHeight * 0.24));
}

function paintLabel(
  surface: Surface,
  scene: TimelineScene,
  { row, left, right, lane }: PendingLabel,
  freeFrom: number,
  freeTo: number,
): void {
  const { frame, theme } = scene;
  const text = barLabel(scene, row);
  if (text === '') return;
  const width = surface.measure(text);
  const placed = placeLabel({ left, right, freeFrom, freeTo, width: frame.width }, width);
  if (!placed) return;
  const cut = cutText(text, placed.maxWidth, surface.measure);
  if (cut === '') return;
  const { y, height } = barBox(frame, lane);
  const isAtEnd = theme.isRightToLeft && placed.place === 'inside';
  const x = isAtEnd ? placed.x + placed.maxWidth : placed.x;
  surface.text(cut, lanesLeft(scene) + x, y + height / 2 + 0.5, {
    color: placed.place === 'inside' ? theme.text : theme.mutedText,
    align: isAtEnd ? 'right' : 'left',
  });
}
