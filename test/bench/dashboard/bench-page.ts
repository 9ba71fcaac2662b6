import type { ScrolledTable, SeenKeys, ShownTimes, WaitFor } from './page-probes.ts';
import type { Filled } from './worker-messages.ts';

/** What the page offers to the runner as `window.dashboardBench`. */
export interface DashboardBench {
  /** Fills the store with about that many traces; comes before all else. */
  fill(traces: number): Promise<Filled>;
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

export interface AskedSummary {
  readonly text: string;
  readonly count: number;
}

declare global {
  interface Window {
    dashboardBench: DashboardBench;
  }
}
