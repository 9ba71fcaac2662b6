import type { PrintedPicture } from '../print/print-picture.tsx';
import { printNoteText } from '../print/print-note-text.ts';
import { printedRows } from '../print/printed-rows.ts';
import type { Presentation } from '../provider/presentation-context.ts';
import { canvasSurface } from './canvas-surface.ts';
import type { TimelineScene } from './timeline-scene.ts';
import { timelineSvg } from './timeline-svg.ts';
import { readTimelineTheme } from './timeline-theme.ts';

/** Lanes of one picture, and their height in CSS pixels: what fits on a page, at a size that can be read. */
const LANES = 40;
const LANE_HEIGHT = 22;

/**
 * The span of time that is seen, with its lanes from the upper edge on: below each other in pictures that each have
 * an axis and fit on a page.
 */
export function printTimeline(
  scene: TimelineScene,
  title: string,
  place: HTMLElement,
  presentation: Presentation,
): PrintedPicture | null {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return null;
  const theme = readTimelineTheme(place);
  const { measure } = canvasSurface(context, theme);
  const { frame } = scene;
  const rows = printedRows(frame.layout.laneCount, Math.floor(frame.viewport.top));
  const svgs: string[] = [];
  for (let top = rows.first; top < rows.end; top += LANES) {
    const height = Math.min(LANES, rows.end - top) * LANE_HEIGHT;
    const viewport = { ...frame.viewport, top, laneHeight: LANE_HEIGHT };
    svgs.push(timelineSvg({ ...scene, theme, frame: { ...frame, viewport, height } }, title, measure));
  }
  return { svgs, note: printNoteText(rows, presentation) };
}
