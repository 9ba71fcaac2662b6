'use client';

import { useAggregate } from '@oriel/react';
import type { View } from '@oriel/core';

const VIEWS: readonly View[] = ['traces', 'observations', 'scores', 'sessions', 'users'];

/** How many records of each kind the whole store has; `null` until that is known. */
export function useCounts(): readonly (readonly [View, number | null])[] {
  const traces = useAggregate(countOf('traces'));
  const observations = useAggregate(countOf('observations'));
  const scores = useAggregate(countOf('scores'));
  const sessions = useAggregate(countOf('sessions'));
  const users = useAggregate(countOf('users'));
  return [traces, observations, scores, sessions, users].map(({ data }, index) => {
    const value = data?.rows[0]?.values[0];
    return [VIEWS[index] ?? 'traces', typeof value === 'number' ? value : null] as const;
  });
}

function countOf(view: View) {
  return { view, measures: [{ aggregate: 'count' }] } as const;
}
