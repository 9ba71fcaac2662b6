import type { SavedView } from './saved-view.ts';

export type SystemViewGroup = 'quality' | 'slow' | 'cost';

/** What it is called is up to the panel that offers it: the same id is called the same in every view. */
export type SystemViewId =
  | 'errors'
  | 'warnings-and-errors'
  | 'review-output'
  | 'low-scores'
  | 'failing-users'
  | 'long-sessions'
  | 'slow'
  | 'slow-generations'
  | 'late-first-token'
  | 'dear'
  | 'token-heavy';

/** A saved view that everybody has. */
export interface SystemView extends SavedView {
  readonly id: SystemViewId;
  readonly group: SystemViewGroup;
}

/** Good questions to begin with, by view and group, in the order to show them. */
export const SYSTEM_VIEWS: readonly SystemView[] = [
  { view: 'traces', id: 'errors', group: 'quality', text: 'level:ERROR' },
  { view: 'traces', id: 'warnings-and-errors', group: 'quality', text: 'level:(WARNING OR ERROR)' },
  { view: 'traces', id: 'slow', group: 'slow', text: 'latency:>10s' },
  { view: 'traces', id: 'dear', group: 'cost', text: 'totalCost:>1' },
  { view: 'traces', id: 'token-heavy', group: 'cost', text: 'totalTokens:>50000' },

  { view: 'observations', id: 'errors', group: 'quality', text: 'level:ERROR' },
  { view: 'observations', id: 'warnings-and-errors', group: 'quality', text: 'level:(WARNING OR ERROR)' },
  { view: 'observations', id: 'review-output', group: 'quality', text: 'type:GENERATION has:output' },
  { view: 'observations', id: 'slow', group: 'slow', text: 'latency:>10s' },
  { view: 'observations', id: 'slow-generations', group: 'slow', text: 'type:GENERATION latency:>5s' },
  { view: 'observations', id: 'late-first-token', group: 'slow', text: 'timeToFirstToken:>2s' },
  { view: 'observations', id: 'dear', group: 'cost', text: 'totalCost:>1' },
  { view: 'observations', id: 'token-heavy', group: 'cost', text: 'totalTokens:>50000' },

  { view: 'sessions', id: 'long-sessions', group: 'quality', text: 'traceCount:>=10' },
  { view: 'sessions', id: 'dear', group: 'cost', text: 'totalCost:>1' },
  { view: 'sessions', id: 'token-heavy', group: 'cost', text: 'totalTokens:>50000' },

  { view: 'users', id: 'failing-users', group: 'quality', text: 'errorCount:>0' },
  { view: 'users', id: 'dear', group: 'cost', text: 'totalCost:>1' },
  { view: 'users', id: 'token-heavy', group: 'cost', text: 'totalTokens:>50000' },

  { view: 'scores', id: 'low-scores', group: 'quality', text: 'dataType:NUMERIC value:<0.5' },
];
