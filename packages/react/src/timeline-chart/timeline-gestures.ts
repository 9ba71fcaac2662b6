import { fitTime, panViewport, xToTime, zoomLanes, zoomTime } from '@oriel/core';
import type { EpochMs, TimelineHit, TimelineViewport } from '@oriel/core';
import type { DragBox } from './paint-overlay.ts';
import type { StagePoint } from './stage-geometry.ts';
import type { TimelineStage } from './timeline-stage.ts';

/** What gestures lead to, apart from moving the view. */
export interface GestureHandlers {
  readonly onHover: (hit: TimelineHit | null, point: StagePoint) => void;
  readonly onPick: (hit: TimelineHit) => void;
  readonly onScrub: (time: EpochMs) => void;
}

type Drag =
  | { readonly type: 'press'; readonly from: StagePoint; readonly viewport: TimelineViewport }
  | { readonly type: 'pan'; readonly from: StagePoint; readonly viewport: TimelineViewport }
  | { readonly type: 'box'; readonly from: StagePoint }
  | { readonly type: 'scrub' };

/** Pixels of movement up to which a press is a click. */
const CLICK_REACH = 4;
const LINE_PIXELS = 16;
/** A wheel's notch of 100 px zooms by about a quarter. */
const WHEEL_ZOOM = 0.0022;

/**
 * Pointers and wheel on a stage:
 * wheel scrolls, with Shift sideways, with Ctrl or Meta (and so a pinch of a touchpad) it zooms at the pointer, with
 * Alt it changes the height of lanes; dragging pans, with Shift it draws a box to zoom to, on the axis it moves the
 * playhead; two fingers zoom and pan; a double click fits a bar.
 */
export function listenToGestures(
  element: HTMLElement,
  stage: TimelineStage,
  handlers: GestureHandlers,
): () => void {
  const pointers = new Map<number, StagePoint>();
  let drag: Drag | null = null;
  const pointOf = (event: MouseEvent) => stage.pointAt(event.clientX, event.clientY);

  function onWheel(event: WheelEvent) {
    const unit = event.deltaMode === 1 ? LINE_PIXELS : event.deltaMode === 2 ? stage.bounds.height : 1;
    const { viewport, bounds, frame } = stage;
    const point = pointOf(event);
    const anchor = Math.min(1, Math.max(0, point.x / frame.width));
    // Some systems turn a wheel with Shift into a sideways one by themselves.
    const sideways = (event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX) * unit;
    const down = (event.shiftKey ? 0 : event.deltaY) * unit;
    if (event.ctrlKey || event.metaKey) {
      stage.moveTo(zoomTime(viewport, Math.exp(event.deltaY * unit * WHEEL_ZOOM), anchor, bounds));
    } else if (event.altKey) {
      const y = Math.max(0, point.y);
      stage.moveTo(zoomLanes(viewport, Math.exp(-event.deltaY * unit * WHEEL_ZOOM), y, bounds));
    } else {
      stage.moveTo(panViewport(viewport, sideways / frame.width, down / viewport.laneHeight, bounds));
      // At its end the page around scrolls on.
      if (stage.viewport === viewport) return;
    }
    event.preventDefault();
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    const from = pointOf(event);
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, from);
    if (pointers.size > 1) {
      drag = null;
      stage.setOverlay({ box: null });
    } else if (from.y < 0 && !from.isInGutter) {
      drag = { type: 'scrub' };
      scrub(from);
    } else if (event.shiftKey && !from.isInGutter) {
      drag = { type: 'box', from };
    } else {
      drag = { type: 'press', from, viewport: stage.viewport };
    }
  }

  function onPointerMove(event: PointerEvent) {
    const point = pointOf(event);
    const previous = pointers.get(event.pointerId);
    if (!previous) {
      handlers.onHover(stage.hitAt(point), point);
      return;
    }
    if (pointers.size === 2) {
      pinch(event.pointerId, previous, point);
    } else if (drag?.type === 'scrub') {
      scrub(point);
    } else if (drag?.type === 'box') {
      stage.setOverlay({ box: { fromX: drag.from.x, toX: point.x, fromY: drag.from.y, toY: point.y } });
    } else if (drag) {
      const { from, viewport } = drag;
      if (drag.type === 'press' && Math.hypot(point.x - from.x, point.y - from.y) > CLICK_REACH) {
        drag = { type: 'pan', from, viewport };
        element.dataset['dragging'] = '';
        handlers.onHover(null, point);
      }
      if (drag.type === 'pan') {
        const share = (from.x - point.x) / stage.frame.width;
        stage.moveTo(panViewport(viewport, share, (from.y - point.y) / viewport.laneHeight, stage.bounds));
      }
    }
    pointers.set(event.pointerId, point);
  }

  function onPointerUp(event: PointerEvent) {
    const ended = drag;
    const wasPressed = pointers.delete(event.pointerId);
    drag = null;
    delete element.dataset['dragging'];
    const { box } = stage;
    stage.setOverlay({ box: null });
    if (!wasPressed || event.type === 'pointercancel') return;
    if (ended?.type === 'box' && box) zoomToBox(box);
    if (ended?.type === 'press') {
      const hit = stage.hitAt(pointOf(event));
      if (hit) handlers.onPick(hit);
    }
  }

  function onDoubleClick(event: MouseEvent) {
    const hit = stage.hitAt(pointOf(event));
    if (!hit) return;
    const { start, end } = stage.model.layout;
    stage.moveTo(fitTime(stage.viewport, start[hit.row] as number, end[hit.row] as number, stage.bounds));
  }

  function onPointerLeave(event: PointerEvent) {
    if (pointers.size === 0) handlers.onHover(null, pointOf(event));
  }

  function scrub({ x }: StagePoint) {
    handlers.onScrub(stage.model.layout.origin + stage.timeAt(x));
  }

  function pinch(id: number, previous: StagePoint, point: StagePoint) {
    const other = [...pointers].find(([each]) => each !== id)?.[1];
    if (!other) return;
    const before = Math.max(20, Math.abs(previous.x - other.x));
    const after = Math.max(20, Math.abs(point.x - other.x));
    const { frame, bounds } = stage;
    // What was in the middle of the fingers stays there.
    const middle = (previous.x + other.x) / 2;
    const moved = middle - (point.x + other.x) / 2;
    const zoomed = zoomTime(stage.viewport, before / after, middle / frame.width, bounds);
    const lanes = (previous.y - point.y) / 2 / zoomed.laneHeight;
    stage.moveTo(panViewport(zoomed, moved / frame.width, lanes, bounds));
  }

  function zoomToBox({ fromX, toX, fromY, toY }: DragBox) {
    const { frame, bounds, viewport } = stage;
    if (Math.abs(toX - fromX) < CLICK_REACH) return;
    const times = [xToTime(frame, Math.min(fromX, toX)), xToTime(frame, Math.max(fromX, toX))];
    const next = { ...viewport, start: times[0] ?? 0, end: times[1] ?? 0 };
    const boxHeight = Math.abs(toY - fromY);
    if (boxHeight < viewport.laneHeight) return stage.moveTo(next);
    const top = viewport.top + Math.min(fromY, toY) / viewport.laneHeight;
    const laneHeight = (viewport.laneHeight * bounds.height) / boxHeight;
    stage.moveTo({ ...next, top, laneHeight });
  }

  const listeners = {
    wheel: onWheel,
    pointerdown: onPointerDown,
    pointermove: onPointerMove,
    pointerup: onPointerUp,
    pointercancel: onPointerUp,
    pointerleave: onPointerLeave,
    dblclick: onDoubleClick,
  };
  for (const [type, listener] of Object.entries(listeners)) {
    element.addEventListener(type, listener as EventListener, { passive: false });
  }
  return () => {
    for (const [type, listener] of Object.entries(listeners)) {
      element.removeEventListener(type, listener as EventListener);
    }
  };
}
