import type { ScrolledTable, SeenKeys, ShownTimes, WaitFor } from './page-probes.ts';
import type { Filled } from './worker-messages.ts';

/** What the page offers to the runner as `window.dashboardBench`. */
export interface DashboardBench {
  /** Fills the store with about that many traces. */
  fill(traces: number): Promise<Filled>;
  /** Opens the store that was filled; comes before all below. */
  open(): Promise<void>;
  /** The same with the home page drawn at once, as a host does; from the navigation on. */
  openAtHome(): Promise<OpenedAtHome>;
  /** Draws the dashboard afresh at an address behind the `#`: nothing that was read before is known. */
  mount(address: string): void;
  /** Questions to the store without an answer yet. */
  openCount(): number;
  /** What was asked since the last time: methods with how often, and the slowest answer. */
  takeCalls(): AskedSummary;
  /** Asks the store the same questions again, all at once and without a page; answers in ms. */
  askAgain(methods?: readonly string[]): Promise<number>;
  untilShown(wanted: WaitFor): Promise<ShownTimes>;
  scrollTable(): Promise<ScrolledTable>;
  watchKeys(): void;
  seenKeys(): SeenKeys;
}

export interface OpenedAtHome {
  /** Until all twelve cards are complete. */
  readonly shownMs: number;
  /** Until the store has read everything from the disk: no card can be complete before. */
  readonly wholeMs: number;
}

export interface AskedSummary {
  readonly text: string;
  readonly count: number;
}

declare global {
  interface Window {
    dashboardBench: DashboardBench;
  }
}
