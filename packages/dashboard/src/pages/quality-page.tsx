'use client';

import { ScoreAnalytics, ScoreTable } from '@oriel/react';
import type { Score } from '@oriel/core';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { readParameter, setParameter } from '../navigation/query-parameter.ts';
import { ListWithFacets } from './list-with-facets.tsx';
import { useTableState } from './use-table-state.ts';

/** All scores as a table, or the lowest-rated outputs by one of them; and what they come to. */
export function QualityPage() {
  const { messages, route, go } = useDashboard();
  const { state, onStateChange } = useTableState();
  const isAnalytics = readParameter(route.query, 'show') === 'analytics';
  const set = (name: string, value: string | null) =>
    go({ ...route, query: setParameter(route.query, name, value) }, { replace: true });

  function open({ traceId, observationId, sessionId }: Score) {
    const query = filterQuery(route.query);
    if (traceId !== null) {
      go({ page: 'traces', id: traceId, query: setParameter(query, 'observation', observationId) });
    } else if (sessionId !== null) go({ page: 'sessions', id: sessionId, query });
  }

  return (
    <ListWithFacets
      title={messages.pages.quality}
      view="scores"
      actions={
        <button
          type="button"
          className="oriel-button"
          aria-pressed={isAnalytics}
          onClick={() => set('show', isAnalytics ? null : 'analytics')}
        >
          {messages.analytics}
        </button>
      }
    >
      {isAnalytics ? (
        <ScoreAnalytics />
      ) : (
        <ScoreTable
          state={state}
          onStateChange={onStateChange}
          lowest={readParameter(route.query, 'lowest')}
          onLowestChange={(name) => set('lowest', name)}
          onSelect={open}
        />
      )}
    </ListWithFacets>
  );
}
