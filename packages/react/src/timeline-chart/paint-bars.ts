import { laneToY, placeLabel, timeToX, visitBars, visitStretches } from '@oriel/core';
import type { LabelGround, TimelineFrame } from '@oriel/core';
import { cutText } from './cut-text.ts';
import { SliverRects } from './sliver-rects.ts';
import { SliverStrips } from './sliver-strips.ts';
import type { Slivers } from './slivers.ts';
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
/** Below this no label fits, with room at its sides. */
const LEAST_ROOM = 30;
/** So few bars are painted as rectangles, however narrow they are. */
const MAX_RECTS = 2000;
const ERROR = 3;
const WARNING = 2;

/** Draws what is in view of all lanes, with labels where they fit if there are to be any. */
export function paintBars(surface: Surface, scene: TimelineScene, withLabels: boolean): void {
  const { frame } = scene;
  const { start, end } = frame.layout;
  const hasLabels = withLabels && frame.viewport.laneHeight >= MIN_LABEL_HEIGHT;
  const slivers = sliversOf(surface, scene);
  // A label may use the ground up to the next bar, so it waits until that is known.
  let waiting = -1;
  let waitingLeft = 0;
  let waitingRight = 0;
  let waitingLane = -1;
  let freeFrom = 0;
  const label = (freeTo: number) => {
    if (waiting === -1) return;
    // Most bars have no room at all, and finding that out is cheaper than writing their label.
    const room = Math.max(waitingRight - waitingLeft, freeTo - waitingRight, waitingLeft - freeFrom);
    if (room < LEAST_ROOM) return;
    const ground = { left: waitingLeft, right: waitingRight, freeFrom, freeTo, width: frame.width };
    paintLabel(surface, scene, waiting, waitingLane, ground);
  };
  visitBars(frame, (row, left, right, lane, _place, count) => {
    // Times are far apart in memory, so they are asked last.
    const isMoment = count === 1 && left === right && start[row] === end[row];
    if (isMoment) paintMoment(surface, scene, row, left, lane);
    else if (count > 1 || right - left < SLIVER) paintSliver(surface, scene, slivers, row, left, right, lane);
    else paintBar(surface, scene, row, left, right, lane);
    if (!hasLabels) return;
    const isNeighbour = waitingLane === lane;
    const reach = isMoment ? markRadius(frame) : 0;
    label(isNeighbour ? left - reach : frame.width);
    // Only the first bar of a lane may use the ground before it: behind the others, labels may stand.
    freeFrom = isNeighbour ? Infinity : 0;
    waiting = count === 1 ? row : -1;
    waitingLeft = left - reach;
    waitingRight = right + reach;
    waitingLane = lane;
  });
  label(frame.width);
  slivers?.finish();
}

/** `null` where every bar has a lane of its own, and none shares a pixel with another. */
function sliversOf(surface: Surface, scene: TimelineScene): Slivers | null {
  const { frame } = scene;
  const { mode, bars } = frame.layout;
  if (mode === 'rows') return null;
  const left = lanesLeft(scene);
  const boxOf = (lane: number) => barBox(frame, lane);
  return bars.length <= MAX_RECTS
    ? new SliverRects(surface, left, boxOf)
    : new SliverStrips(surface, left, frame.width, boxOf);
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

function paintMoment(surface: Surface, scene: TimelineScene, row: number, x: number, lane: number): void {
  const { frame } = scene;
  const { y, height } = barBox(frame, lane);
  surface.diamond(lanesLeft(scene) + x, y + height / 2, markRadius(frame), paintOf(scene, row).solid);
}

function paintSliver(
  surface: Surface,
  scene: TimelineScene,
  slivers: Slivers | null,
  row: number,
  left: number,
  right: number,
  lane: number,
): void {
  const paint = paintOf(scene, row);
  if (slivers) {
    slivers.add(lane, left, right, paint, paint === scene.theme.error);
    return;
  }
  const { y, height } = barBox(scene.frame, lane);
  surface.rect(lanesLeft(scene) + left, y, Math.max(1, right - left), height, paint.solid);
}

function paintBar(
  surface: Surface,
  scene: TimelineScene,
  row: number,
  fullLeft: number,
  fullRight: number,
  lane: number,
): void {
  const { frame, ownTime } = scene;
  const { layout } = frame;
  const paint = paintOf(scene, row);
  const { y, height } = barBox(frame, lane);
  const left = Math.max(-FAR, fullLeft);
  const right = Math.min(frame.width + FAR, fullRight);
  const offset = lanesLeft(scene);
  if (height < 5) {
    surface.rect(offset + left, y, right - left, height, paint.solid);
    return;
  }
  const isOpen = layout.isOpen[row] === 1;
  // Two fills are an outline, and cost a fraction of a stroke.
  surface.rect(offset + left, y, right - left, height, isOpen ? scene.theme.surface : paint.edge);
  surface.rect(offset + left + 1, y + 1, right - left - 2, height - 2, ownTime ? paint.faint : paint.fill);
  const firstToken = layout.firstToken[row] ?? Number.NaN;
  if (ownTime) {
    visitStretches(frame, ownTime, row, (from, to) => {
      const ownLeft = Math.max(left, from);
      surface.rect(offset + ownLeft, y, Math.min(right, to) - ownLeft, height, paint.strong);
    });
  } else if (firstToken > (layout.start[row] as number)) {
    const split = Math.min(right - 1, timeToX(frame, firstToken));
    if (split > left + 1) {
      surface.rect(offset + left + 1, y + 1, split - left - 1, height - 2, paint.faint);
      surface.rect(offset + split - 1, y, 1, height, paint.edge);
    }
  }
  if (isOpen) surface.frame(offset + left, y, right - left, height, paint.solid, 1, true);
  surface.rect(offset + left, y, 3, height, paint.solid);
  paintCriticalPath(surface, scene, row, y + height);
}

function paintOf({ frame, theme }: TimelineScene, row: number): BarPaint {
  return barPaint(theme, frame.layout.level[row] as number, frame.layout.kind[row] as number);
}

function paintCriticalPath(surface: Surface, scene: TimelineScene, row: number, bottom: number): void {
  const { criticalPath, frame, theme } = scene;
  if (!criticalPath) return;
  visitStretches(frame, criticalPath, row, (from, to) => {
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
  row: number,
  lane: number,
  ground: LabelGround,
): void {
  const { frame, theme } = scene;
  const text = barLabel(scene, row);
  if (text === '') return;
  const placed = placeLabel(ground, surface.measure(text));
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
