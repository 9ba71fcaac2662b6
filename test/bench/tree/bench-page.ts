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
  /** Picks a row near the top; only of pages whose rows can be picked. */
  select?: (() => void) | undefined;
  /** Adds to what is shown; only of pages that are live. */
  grow?(): Promise<void>;
}

declare global {
  interface Window {
    bench?: BenchPage;
  }
}
