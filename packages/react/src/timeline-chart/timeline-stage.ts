import { clampViewport, panViewport, revealBar, timeToX, xToTime } from '@oriel/core';
import type { Milliseconds, TimelineBounds, TimelineFrame, TimelineHit, TimelineViewport } from '@oriel/core';
import { canvasSurface } from './canvas-surface.ts';
import { isOverlayEmpty, paintOverlay } from './paint-overlay.ts';
import type { DragBox, TimelineOverlay } from './paint-overlay.ts';
import { paintTimeline } from './paint-timeline.ts';
import { barInStage, gutterWidth, hitAtPoint, pointInLanes } from './stage-geometry.ts';
import type { StageBox, StagePoint } from './stage-geometry.ts';
import { StageScreen } from './stage-screen.ts';
import { isSameModel } from './timeline-model.ts';
import type { TimelineModel } from './timeline-model.ts';
import { AXIS_HEIGHT, lanesLeft } from './timeline-scene.ts';
import type { TimelineScene } from './timeline-scene.ts';
import type { TimelineTheme } from './timeline-theme.ts';

/**
 * Where the timeline is drawn. It lives outside React: panning, zooming, hovering and playing change numbers here and
 * draw once in the next frame, and nothing renders for them.
 */
export class TimelineStage {
  #model: TimelineModel;
  #viewport: TimelineViewport;
  #overlay: TimelineOverlay = { hoveredRow: -1, hasFocus: false, playhead: null, box: null };
  #width = 0;
  #height = 0;
  #request = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBaseDirty = false;
  #isOverlayDirty = false;
  /** Something stands on the upper canvas. */
  #isOverlayShown = false;
  /** The first picture, of bars only, has been on the screen. */
  #isComplete = false;
  readonly #listeners = new Set<() => void>();
  #screen: StageScreen | null = null;

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
    return this.#screen?.theme ?? null;
  }

  /** Calls back after the viewport, the model, the size or the theme has changed, once per frame. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows something else, or the same again, which costs nothing. */
  show(model: TimelineModel): void {
    const previous = this.#model;
    if (isSameModel(model, previous)) return;
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
    const { theme } = this;
    if (!theme || this.#width === 0) return null;
    const { texts, selectedRow, activeRow, criticalPath, ownTime } = this.#model;
    return {
      frame: this.frame,
      theme,
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
    const { left, top } = this.#screen?.box ?? { left: 0, top: 0 };
    const { scene } = this;
    if (!scene) return { x: clientX - left, y: clientY - top - AXIS_HEIGHT, isInGutter: true };
    return pointInLanes(scene, clientX - left, clientY - top);
  }

  hitAt(point: StagePoint): TimelineHit | null {
    const { scene } = this;
    return scene && hitAtPoint(scene, point);
  }

  timeAt(x: number): Milliseconds {
    return Math.min(this.#model.extent, Math.max(0, xToTime(this.frame, x)));
  }

  /** Where a bar is drawn, in pixels of the whole stage. */
  barBox(row: number): StageBox | null {
    const { scene } = this;
    return scene && barInStage(scene, row);
  }

  /** Draws into an element from now on, until what it returns is called. */
  attach(element: HTMLElement): () => void {
    const screen = new StageScreen(element, {
      onResize: (width, height) => {
        this.#width = width;
        this.#height = height;
        this.#moveTo(this.#viewport);
        // A canvas is blank once its size has changed; drawn in the same frame, nobody sees it blank.
        this.#isBaseDirty = true;
        this.#isOverlayDirty = true;
        if (this.#isComplete) this.#draw();
        else this.#drawFirst();
      },
      onThemeChange: () => this.#invalidate(true),
    });
    this.#screen = screen;
    this.#isComplete = false;
    this.#isOverlayShown = false;
    screen.open();
    return () => {
      screen.close();
      this.#cancel();
      this.#screen = null;
    };
  }

  /** Reads the direction and the font again: they may change without any colour changing. */
  refreshTheme(): void {
    this.#screen?.refreshTheme();
  }

  get #gutter(): number {
    return gutterWidth(this.#model.layout.mode, this.#width);
  }

  #moveTo(viewport: TimelineViewport): boolean {
    const next = clampViewport(viewport, this.bounds);
    const { start, end, top, laneHeight } = this.#viewport;
    if (next.start === start && next.end === end && next.top === top && next.laneHeight === laneHeight)
      return false;
    this.#viewport = next;
    return true;
  }

  /**
   * The first picture comes with the page and not a frame after it, and is of bars only: texts, which have to be
   * shaped, and the upper canvas follow in the next frame.
   */
  #drawFirst(): void {
    const { scene } = this;
    const base = this.#screen?.base;
    if (!scene || !base) return;
    paintTimeline(canvasSurface(base, scene.theme), scene, { withTexts: false });
    this.#cancel();
    const complete = () => {
      this.#isComplete = true;
      this.#screen?.watchTheme();
      this.#request = 0;
      this.#draw();
    };
    // Callbacks of a frame run before it is painted, a task after it: late frames follow each other without a pause.
    this.#request = requestAnimationFrame(() => {
      this.#timer = setTimeout(() => {
        this.#request = requestAnimationFrame(complete);
      });
    });
  }

  #cancel(): void {
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#timer);
    this.#request = 0;
  }

  #invalidate(isBase: boolean): void {
    this.#isBaseDirty ||= isBase;
    this.#isOverlayDirty = true;
    if (this.#request !== 0 || !this.#screen) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const { scene } = this;
    const screen = this.#screen;
    if (!scene || !screen?.base) return;
    if (this.#isBaseDirty) {
      this.#isBaseDirty = false;
      paintTimeline(canvasSurface(screen.base, scene.theme), scene);
      for (const listener of this.#listeners) listener();
    }
    // An upper canvas on which nothing stands is not touched: the browser would put all its pixels together again.
    const hasOverlay = !isOverlayEmpty(scene, this.#overlay);
    if (this.#isOverlayDirty && (hasOverlay || this.#isOverlayShown) && screen.over) {
      screen.over.clearRect(0, 0, this.#width, this.#height);
      if (hasOverlay) paintOverlay(canvasSurface(screen.over, scene.theme), scene, this.#overlay);
    }
    this.#isOverlayDirty = false;
    this.#isOverlayShown = hasOverlay;
  }
}
