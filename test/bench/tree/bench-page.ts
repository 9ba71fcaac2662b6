/** What a page offers to the runner as `window.bench`. */
export interface BenchPage {
  /** Starts the render; the runner times it. */
  mount(): void;
  /** True when the first row is in the document. */
  isReady(): boolean;
  /** The element that scrolls. */
  scroller(): Element;
  /** Folds or opens a node near the top. */
  toggle(): void;
}

declare global {
  interface Window {
    bench?: BenchPage;
  }
}
