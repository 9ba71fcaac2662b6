import { timeToX, visitLane } from '@oriel/core';
import type { Milliseconds, TimelineFrame } from '@oriel/core';
import { barBox, barPaint } from './paint-bars.ts';
import type { Surface } from './surface.ts';
import { AXIS_HEIGHT, lanesLeft } from './timeline-scene.ts';
import type { TimelineScene } from './timeline-scene.ts';

/** A rectangle that is being dragged, in pixels of the lanes. */
export interface DragBox {
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
}

/** What follows the pointer and the playhead, and is drawn above a picture that stays. */
export interface TimelineOverlay {
  readonly hoveredRow: number;
  /** Keys are heard: the active bar shows it. */
  readonly hasFocus: boolean;
  readonly playhead: Milliseconds | null;
  readonly box: DragBox | null;
}

/** Whether there is nothing to draw. */
export function isOverlayEmpty(
  { selectedRow, activeRow }: TimelineScene,
  { hoveredRow, hasFocus, playhead, box }: TimelineOverlay,
): boolean {
  const rows = [hoveredRow, selectedRow, hasFocus ? activeRow : -1];
  return playhead === null && box === null && rows.every((row) => row === -1);
}

export function paintOverlay(surface: Surface, scene: TimelineScene, overlay: TimelineOverlay): void {
  const { frame, theme } = scene;
  const left = lanesLeft(scene);
  surface.clip(left, AXIS_HEIGHT, frame.width, frame.height, () => {
    if (overlay.playhead !== null) paintRunning(surface, scene, overlay.playhead);
    outline(surface, scene, overlay.hoveredRow, theme.strongLine, 1);
    outline(surface, scene, scene.selectedRow, theme.accent, 2);
    if (overlay.hasFocus) outline(surface, scene, scene.activeRow, theme.focus, 2);
    if (overlay.box) paintBox(surface, scene, overlay.box);
  });
  if (overlay.playhead === null) return;
  const x = timeToX(frame, overlay.playhead);
  if (x < -1 || x > frame.width + 1) return;
  surface.clip(left, 0, frame.width, frame.height + AXIS_HEIGHT, () => {
    surface.rect(left + x - 0.75, AXIS_HEIGHT - 6, 1.5, frame.height + 6, theme.accent);
    surface.diamond(left + x, AXIS_HEIGHT - 8, 5, theme.accent);
  });
}

/** What ran at the playhead glows. */
function paintRunning(surface: Surface, scene: TimelineScene, time: Milliseconds): void {
  const { frame, theme } = scene;
  const { layout, viewport, height } = frame;
  const x = timeToX(frame, time);
  const first = Math.max(0, Math.floor(viewport.top));
  const last = Math.min(layout.laneCount, Math.ceil(viewport.top + height / viewport.laneHeight));
  for (let lane = first; lane < last; lane += 1) {
    visitLane(frame, lane, x, x, (row, left, right) => {
      if (left > x || right < x) return;
      const paint = barPaint(theme, layout.level[row] as number, layout.kind[row] as number);
      const box = barBox(frame, lane);
      const from = Math.max(-4, left);
      const width = Math.min(frame.width + 4, right) - from;
      if (width < 3) return;
      surface.frame(lanesLeft(scene) + from, box.y, width, box.height, paint.solid, 2);
    });
  }
}

function outline(
  surface: Surface,
  scene: TimelineScene,
  row: number,
  color: string,
  lineWidth: number,
): void {
  const { frame } = scene;
  const lane = frame.layout.lane[row] ?? -1;
  if (lane === -1) return;
  const { y, height } = barBox(frame, lane);
  const { left, right } = barEdges(frame, row);
  const from = Math.max(-10, left - 2);
  const width = Math.max(6, Math.min(frame.width + 10, right + 2) - from);
  surface.frame(lanesLeft(scene) + from, y - 2, width, height + 4, color, lineWidth);
}

function barEdges(frame: TimelineFrame, row: number): { left: number; right: number } {
  const { start, end } = frame.layout;
  const left = timeToX(frame, start[row] as number);
  const right = timeToX(frame, Math.min(frame.extent, end[row] as number));
  // A moment is drawn as a mark around it.
  return start[row] === end[row] ? { left: left - 5, right: right + 5 } : { left, right };
}

function paintBox(surface: Surface, scene: TimelineScene, { fromX, toX, fromY, toY }: DragBox): void {
  const x = lanesLeft(scene) + Math.min(fromX, toX);
  const y = AXIS_HEIGHT + Math.min(fromY, toY);
  surface.frame(x, y, Math.abs(toX - fromX), Math.abs(toY - fromY), scene.theme.accent, 1.5, true);
}
