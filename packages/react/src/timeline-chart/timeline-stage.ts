import { clampViewport, hitTestTimeline, panViewport, revealBar, timeToX, xToTime } from '@oriel/core';
import type {
  CriticalPath,
  Milliseconds,
  TimelineBounds,
  TimelineFrame,
  TimelineHit,
  TimelineLayout,
  TimelineStretches,
  TimelineViewport,
  TimeScale,
} from '@oriel/core';
import { canvasSurface } from './canvas-surface.ts';
import { paintOverlay } from './paint-overlay.ts';
import type { DragBox, TimelineOverlay } from './paint-overlay.ts';
import { paintTimeline } from './paint-timeline.ts';
import { AXIS_HEIGHT, lanesLeft } from './timeline-scene.ts';
import type { TimelineScene, TimelineTexts } from './timeline-scene.ts';
import { readTimelineTheme } from './timeline-theme.ts';
import type { TimelineTheme } from './timeline-theme.ts';

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

/** A point of the lanes, in CSS pixels. */
export interface StagePoint {
  readonly x: number;
  /** Negative on the axis. */
  readonly y: number;
  /** On the names beside the lanes. */
  readonly isInGutter: boolean;
}

/** Below this width names beside the lanes would leave too little to the lanes. */
const MIN_WIDTH_WITH_GUTTER = 520;
const GUTTER_SHARE = 0.26;
const MIN_GUTTER = 140;
const MAX_GUTTER = 280;

/**
 * Where the timeline is drawn. It lives outside React: panning, zooming, hovering and playing change numbers here and
 * draw once in the next frame, and nothing renders for them. Two canvases lie on each other, so that what follows the
 * pointer or the playhead does not draw the bars again.
 */
export class TimelineStage {
  #model: TimelineModel;
  #viewport: TimelineViewport;
  #overlay: TimelineOverlay = { hoveredRow: -1, hasFocus: false, playhead: null, box: null };
  #theme: TimelineTheme | null = null;
  #width = 0;
  #height = 0;
  #request = 0;
  #isBaseDirty = false;
  #isOverlayDirty = false;
  readonly #listeners = new Set<() => void>();
  #release: (() => void) | null = null;
  #base: CanvasRenderingContext2D | null = null;
  #over: CanvasRenderingContext2D | null = null;
  #probe: HTMLElement | null = null;

  constructor(model: TimelineModel, viewport: TimelineViewport) {
    this.#model = model;
    this.#viewport = viewport;
  }

  get viewport(): TimelineViewport {
    return this.#viewport;
  }

  get model(): TimelineModel {
    return this.#model;
  }

  get theme(): TimelineTheme | null {
    return this.#theme;
  }

  /** Calls back after the viewport, the model, the size or the theme has changed, once per frame. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows something else, or the same again, which costs nothing. */
  show(model: TimelineModel): void {
    const previous = this.#model;
    const isSame = (Object.keys(model) as (keyof TimelineModel)[]).every(
      (key) => model[key] === previous[key],
    );
    if (isSame) return;
    this.#model = model;
    const { start, end } = this.#viewport;
    // Who sees all of a trace that grows goes on seeing all of it; who looks at a part is left there.
    const wasWhole = start === 0 && end >= previous.extent;
    this.#moveTo(wasWhole ? { ...this.#viewport, end: model.extent } : this.#viewport);
    if (model.layout.mode !== previous.layout.mode) this.reveal(model.selectedRow);
    this.#invalidate(true);
  }

  /** Turns a page when a moment leaves the view on the right. */
  follow(time: Milliseconds): void {
    const { frame } = this;
    const x = timeToX(frame, time);
    if (x < 0 || x > frame.width) {
      this.moveTo(panViewport(this.#viewport, x / frame.width - 0.05, 0, this.bounds));
    }
  }

  /** Pixels from the left edge of the stage to the lanes. */
  get lanesOffset(): number {
    return this.scene ? lanesLeft(this.scene) : 0;
  }

  moveTo(viewport: TimelineViewport): void {
    if (this.#moveTo(viewport)) this.#invalidate(true);
  }

  /** Brings a bar into view, if it is not. */
  reveal(row: number): void {
    if (row !== -1) this.moveTo(revealBar(this.#viewport, this.#model.layout, row, this.bounds));
  }

  setOverlay(change: Partial<TimelineOverlay>): void {
    const next = { ...this.#overlay, ...change };
    const isSame = (Object.keys(change) as (keyof TimelineOverlay)[]).every(
      (key) => next[key] === this.#overlay[key],
    );
    if (isSame) return;
    this.#overlay = next;
    this.#invalidate(false);
  }

  get box(): DragBox | null {
    return this.#overlay.box;
  }

  get bounds(): TimelineBounds {
    const { scale, extent, layout } = this.#model;
    return { scale, extent, laneCount: layout.laneCount, height: Math.max(0, this.#height - AXIS_HEIGHT) };
  }

  get frame(): TimelineFrame {
    const { layout, scale, extent } = this.#model;
    return {
      layout,
      scale,
      extent,
      viewport: this.#viewport,
      width: Math.max(1, this.#width - this.#gutter),
      height: Math.max(0, this.#height - AXIS_HEIGHT),
    };
  }

  /** Everything that is drawn now; `null` before there is a size and a theme. */
  get scene(): TimelineScene | null {
    if (!this.#theme || this.#width === 0) return null;
    const { texts, selectedRow, activeRow, criticalPath, ownTime } = this.#model;
    return {
      frame: this.frame,
      theme: this.#theme,
      texts,
      gutter: this.#gutter,
      selectedRow,
      activeRow,
      criticalPath,
      ownTime,
    };
  }

  /** A point of the window as a point of the lanes. */
  pointAt(clientX: number, clientY: number): StagePoint {
    const box = this.#over?.canvas.getBoundingClientRect();
    const { scene } = this;
    const x = clientX - (box?.left ?? 0) - (scene ? lanesLeft(scene) : 0);
    return { x, y: clientY - (box?.top ?? 0) - AXIS_HEIGHT, isInGutter: x < 0 || x >= this.frame.width };
  }

  hitAt({ x, y, isInGutter }: StagePoint): TimelineHit | null {
    if (y < 0) return null;
    if (!isInGutter) return hitTestTimeline(this.frame, x, y);
    const { layout } = this.#model;
    const lane = Math.floor(this.#viewport.top + y / this.#viewport.laneHeight);
    return lane < layout.laneCount ? { row: layout.bars[lane] as number, count: 1 } : null;
  }

  timeAt(x: number): Milliseconds {
    return Math.min(this.#model.extent, Math.max(0, xToTime(this.frame, x)));
  }

  /** Where a bar is drawn, in pixels of the whole stage. */
  barBox(row: number): { left: number; right: number; top: number; bottom: number } | null {
    const { scene } = this;
    const lane = this.#model.layout.lane[row] ?? -1;
    if (!scene || lane === -1) return null;
    const { frame } = scene;
    const { start, end } = frame.layout;
    const offset = lanesLeft(scene);
    const top = AXIS_HEIGHT + (lane - this.#viewport.top) * this.#viewport.laneHeight;
    const inside = (x: number) => offset + Math.min(frame.width, Math.max(0, x));
    return {
      left: inside(timeToX(frame, start[row] as number)),
      right: inside(timeToX(frame, Math.min(frame.extent, end[row] as number))),
      top,
      bottom: top + this.#viewport.laneHeight,
    };
  }

  /** Draws into an element from now on, until what it returns is called. */
  attach(element: HTMLElement): () => void {
    const { ownerDocument: document } = element;
    const canvases = ['base', 'over'].map((layer) => {
      const canvas = document.createElement('canvas');
      canvas.className = 'oriel-timeline-chart-canvas';
      canvas.dataset['layer'] = layer;
      element.append(canvas);
      return canvas;
    });
    const probe = document.createElement('span');
    probe.className = 'oriel-timeline-chart-probe';
    const watcher = document.createElement('span');
    watcher.className = 'oriel-timeline-chart-probe';
    watcher.dataset['watch'] = '';
    element.append(probe, watcher);
    this.#probe = probe;
    this.#base = canvases[0]?.getContext('2d', { alpha: false }) ?? null;
    this.#over = canvases[1]?.getContext('2d') ?? null;

    // A transition of a colour that somebody changes, however they do it: the theme is read once, and again then.
    const readTheme = () => {
      this.#theme = readTimelineTheme(probe);
      this.#invalidate(true);
    };
    watcher.addEventListener('transitionend', readTheme);
    const forcedColors = document.defaultView?.matchMedia('(forced-colors: active)');
    forcedColors?.addEventListener('change', readTheme);
    const resize = () => this.#resize(element);
    const sizes = new ResizeObserver(resize);
    sizes.observe(element);
    readTheme();
    resize();
    // The first picture comes with the page and not a frame after it.
    this.#draw();

    this.#release = () => {
      sizes.disconnect();
      forcedColors?.removeEventListener('change', readTheme);
      cancelAnimationFrame(this.#request);
      this.#request = 0;
      for (const added of [...canvases, probe, watcher]) added.remove();
      this.#base = null;
      this.#over = null;
      this.#probe = null;
      this.#theme = null;
    };
    return () => {
      this.#release?.();
      this.#release = null;
    };
  }

  /** Reads the direction and the font again: they may change without any colour changing. */
  refreshTheme(): void {
    if (!this.#probe) return;
    this.#theme = readTimelineTheme(this.#probe);
    this.#invalidate(true);
  }

  get #gutter(): number {
    if (this.#model.layout.mode !== 'rows' || this.#width < MIN_WIDTH_WITH_GUTTER) return 0;
    return Math.round(Math.min(MAX_GUTTER, Math.max(MIN_GUTTER, this.#width * GUTTER_SHARE)));
  }

  #moveTo(viewport: TimelineViewport): boolean {
    const next = clampViewport(viewport, this.bounds);
    const { start, end, top, laneHeight } = this.#viewport;
    if (next.start === start && next.end === end && next.top === top && next.laneHeight === laneHeight)
      return false;
    this.#viewport = next;
    return true;
  }

  #resize(element: HTMLElement): void {
    const { clientWidth, clientHeight } = element;
    const ratio = element.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    const isSame =
      clientWidth === this.#width &&
      clientHeight === this.#height &&
      this.#base?.canvas.width === Math.round(clientWidth * ratio);
    if (isSame) return;
    this.#width = clientWidth;
    this.#height = clientHeight;
    for (const context of [this.#base, this.#over]) {
      if (!context) continue;
      context.canvas.width = Math.round(clientWidth * ratio);
      context.canvas.height = Math.round(clientHeight * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    this.#moveTo(this.#viewport);
    // A canvas is blank once its size has changed; drawn in the same frame, nobody sees it blank.
    this.#isBaseDirty = true;
    this.#isOverlayDirty = true;
    this.#draw();
  }

  #invalidate(isBase: boolean): void {
    this.#isBaseDirty ||= isBase;
    this.#isOverlayDirty = true;
    if (this.#request !== 0 || !this.#base) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const { scene } = this;
    if (!scene || !this.#base || !this.#over) return;
    if (this.#isBaseDirty) {
      this.#isBaseDirty = false;
      paintTimeline(canvasSurface(this.#base, scene.theme), scene);
      for (const listener of this.#listeners) listener();
    }
    if (this.#isOverlayDirty) {
      this.#isOverlayDirty = false;
      this.#over.clearRect(0, 0, this.#width, this.#height);
      paintOverlay(canvasSurface(this.#over, scene.theme), scene, this.#overlay);
    }
  }
}
