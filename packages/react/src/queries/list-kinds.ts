import type { View } from '@oriel/core';

/** What the lists of each view are called in the keys of their queries. */
export const LIST_KINDS = {
  traces: 'trace-list',
  observations: 'observation-list',
  sessions: 'session-list',
  users: 'user-list',
  scores: 'score-list',
} as const satisfies Record<View, string>;

/** The methods of a store that answer them. */
export const LIST_METHODS = {
  traces: 'listTraces',
  observations: 'listObservations',
  sessions: 'listSessions',
  users: 'listUsers',
  scores: 'listScores',
} as const satisfies Record<View, string>;

/** The view whose lists are called so; `null` when it is no list. */
export function viewOfList(kind: unknown): View | null {
  for (const view in LIST_KINDS) if (LIST_KINDS[view as View] === kind) return view as View;
  return null;
}
