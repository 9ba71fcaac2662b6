/** What a page offers to the runner as `window.timelineBench`. */
export interface TimelineBenchPage {
  /** Starts the render; the runner times it. */
  mount(): void;
  /** True when bars are on the canvas. */
  isReady(): boolean;
  /** Shows less time around a point when `direction` is 1, more when it is -1. */
  zoom(direction: 1 | -1): void;
  /** Moves to the right when `direction` is 1, to the left when it is -1. */
  pan(direction: 1 | -1): void;
  /** Begins to play; pages that cannot have none. */
  play?: (() => void) | undefined;
}

declare global {
  interface Window {
    timelineBench?: TimelineBenchPage;
  }
}
