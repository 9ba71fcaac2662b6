import { readTimelineTheme } from './timeline-theme.ts';
import type { TimelineTheme } from './timeline-theme.ts';

interface ScreenListeners {
  /** The element got another size, and the canvases are blank. */
  readonly onResize: (width: number, height: number) => void;
  /** Colours or fonts are others than before. */
  readonly onThemeChange: () => void;
}

/**
 * What is put into an element to draw a timeline there. Two canvases lie on each other, so that what follows the
 * pointer or the playhead does not draw the bars again. Listens from `open` on, until `close`.
 */
export class StageScreen {
  readonly #element: HTMLElement;
  readonly #listeners: ScreenListeners;
  readonly #probe: HTMLElement;
  readonly #watcher: HTMLElement;
  readonly base: CanvasRenderingContext2D | null;
  #over: CanvasRenderingContext2D | null = null;
  #theme: TimelineTheme;
  #width = 0;
  #height = 0;
  #sizes: ResizeObserver | null = null;
  #forcedColors: MediaQueryList | undefined;

  constructor(element: HTMLElement, listeners: ScreenListeners) {
    this.#element = element;
    this.#listeners = listeners;
    this.#probe = element.ownerDocument.createElement('span');
    this.#probe.className = 'oriel-timeline-chart-probe';
    this.#watcher = this.#probe.cloneNode() as HTMLElement;
    this.#watcher.dataset['watch'] = '';
    element.append(this.#probe);
    this.#theme = readTimelineTheme(this.#probe);
    this.#width = element.clientWidth;
    this.#height = element.clientHeight;
    this.base = this.#addCanvas('base', { alpha: false });
  }

  get theme(): TimelineTheme {
    return this.#theme;
  }

  /** The upper canvas. Made when something is drawn on it, which is after the first picture. */
  get over(): CanvasRenderingContext2D | null {
    if (this.#over) return this.#over;
    this.#over = this.#addCanvas('over');
    return this.#over;
  }

  get box(): DOMRect {
    return this.#element.getBoundingClientRect();
  }

  /** Says the size that the element has now. */
  open(): void {
    this.#listeners.onResize(this.#width, this.#height);
    this.#sizes = new ResizeObserver(() => this.#resize());
    this.#sizes.observe(this.#element);
  }

  /** Follows the theme from now on, and reads what has changed up to now. */
  watchTheme(): void {
    // A transition of a colour that somebody changes, however they do it: the theme is read once, and again then.
    this.#element.append(this.#watcher);
    this.#watcher.addEventListener('transitionend', this.refreshTheme);
    this.#forcedColors = this.#element.ownerDocument.defaultView?.matchMedia('(forced-colors: active)');
    this.#forcedColors?.addEventListener('change', this.refreshTheme);
    this.refreshTheme();
  }

  readonly refreshTheme = (): void => {
    this.#theme = readTimelineTheme(this.#probe);
    this.#listeners.onThemeChange();
  };

  close(): void {
    this.#sizes?.disconnect();
    this.#forcedColors?.removeEventListener('change', this.refreshTheme);
    for (const added of [this.base?.canvas, this.#over?.canvas, this.#probe, this.#watcher]) added?.remove();
  }

  #addCanvas(
    layer: 'base' | 'over',
    settings?: CanvasRenderingContext2DSettings,
  ): CanvasRenderingContext2D | null {
    const canvas = this.#element.ownerDocument.createElement('canvas');
    canvas.className = 'oriel-timeline-chart-canvas';
    canvas.dataset['layer'] = layer;
    // A canvas that gets its size after its context is allocated twice.
    this.#setSize(canvas);
    const context = canvas.getContext('2d', settings);
    this.#scale(context);
    this.#element.append(canvas);
    return context;
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#element;
    const isSame =
      clientWidth === this.#width &&
      clientHeight === this.#height &&
      this.base?.canvas.width === Math.round(clientWidth * this.#pixelRatio);
    if (isSame) return;
    this.#width = clientWidth;
    this.#height = clientHeight;
    for (const context of [this.base, this.#over]) {
      if (!context) continue;
      this.#setSize(context.canvas);
      this.#scale(context);
    }
    this.#listeners.onResize(clientWidth, clientHeight);
  }

  #setSize(canvas: HTMLCanvasElement): void {
    canvas.width = Math.round(this.#width * this.#pixelRatio);
    canvas.height = Math.round(this.#height * this.#pixelRatio);
  }

  #scale(context: CanvasRenderingContext2D | null): void {
    const ratio = this.#pixelRatio;
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  get #pixelRatio(): number {
    return this.#element.ownerDocument.defaultView?.devicePixelRatio ?? 1;
  }
}
