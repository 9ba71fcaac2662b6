import { fitTime, panViewport, wholeViewport, zoomLanes, zoomTime } from '@oriel/core';
import type { TimelineBounds, TimelineLayout, TimelineViewport } from '@oriel/core';

/** Where the chart stands when a key is pressed. */
export interface TimelinePlace {
  readonly layout: TimelineLayout;
  readonly viewport: TimelineViewport;
  readonly bounds: TimelineBounds;
  /** Row that keys act on; -1 for none. */
  readonly activeRow: number;
}

export type TimelineMove =
  | { readonly type: 'view'; readonly viewport: TimelineViewport }
  | { readonly type: 'activate'; readonly row: number }
  | { readonly type: 'select' | 'play' | 'leave' };

const ZOOM = 1.5;
const PAN = 0.1;
const FAR_PAN = 0.5;

/** What a key means in the chart; `null` for keys that mean nothing there. */
export function moveInTimeline(key: string, isShifted: boolean, place: TimelinePlace): TimelineMove | null {
  const { layout, viewport, bounds, activeRow } = place;
  const view = (next: TimelineViewport): TimelineMove => ({ type: 'view', viewport: next });
  const pan = (share: number, lanes = 0) => view(panViewport(viewport, share, lanes, bounds));
  const zoom = (factor: number) => view(zoomTime(viewport, factor, 0.5, bounds));
  const pageRows = Math.max(1, Math.floor(bounds.height / viewport.laneHeight) - 1);
  const step = (by: number): TimelineMove => ({ type: 'activate', row: stepRow(layout, activeRow, by) });
  const reach = isShifted ? FAR_PAN : PAN;

  switch (key) {
    case 'ArrowDown':
      return step(1);
    case 'ArrowUp':
      return step(-1);
    case 'PageDown':
      return step(pageRows);
    case 'PageUp':
      return step(-pageRows);
    case 'Home':
      return step(-Infinity);
    case 'End':
      return step(Infinity);
    // Time goes from left to right in every language.
    case 'ArrowRight':
    case 'd':
    case 'D':
      return pan(reach);
    case 'ArrowLeft':
    case 'a':
    case 'A':
      return pan(-reach);
    case 'w':
    case 'W':
    case '+':
    case '=':
      return zoom(1 / ZOOM);
    case 's':
    case 'S':
    case '-':
    case '_':
      return zoom(ZOOM);
    case '0':
      return view(wholeViewport(viewport, bounds));
    case ']':
      return view(zoomLanes(viewport, ZOOM, bounds.height / 2, bounds));
    case '[':
      return view(zoomLanes(viewport, 1 / ZOOM, bounds.height / 2, bounds));
    case 'f':
    case 'F':
      if (activeRow === -1) return view(wholeViewport(viewport, bounds));
      return view(
        fitTime(viewport, layout.start[activeRow] as number, layout.end[activeRow] as number, bounds),
      );
    case 'Enter':
    case ' ':
      return activeRow === -1 ? step(1) : { type: 'select' };
    case 'p':
    case 'P':
      return { type: 'play' };
    case 'Escape':
      return { type: 'leave' };
    default:
      return null;
  }
}

/** Rows go by lane where each has its own, else in the order of the tree. */
function stepRow(layout: TimelineLayout, row: number, by: number): number {
  const count = layout.mode === 'rows' ? layout.laneCount : layout.tree.rowCount;
  const index = layout.mode === 'rows' ? (layout.lane[row] ?? -1) : row;
  const next = Math.min(count - 1, Math.max(0, index + by));
  return layout.mode === 'rows' ? (layout.bars[next] ?? -1) : next;
}
