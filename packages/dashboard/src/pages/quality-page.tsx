'use client';

import { ScoreTable } from '@oriel/react';
import type { Score } from '@oriel/core';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { readParameter, setParameter } from '../navigation/query-parameter.ts';
import { ListWithFacets } from './list-with-facets.tsx';
import { useTableState } from './use-table-state.ts';

/** All scores as a table, or the lowest-rated outputs by one of them; one that is picked opens what it judges. */
export function QualityPage() {
  const { messages, route, go } = useDashboard();
  const { state, onStateChange } = useTableState();

  function open({ traceId, observationId, sessionId }: Score) {
    const query = filterQuery(route.query);
    if (traceId !== null) {
      go({ page: 'traces', id: traceId, query: setParameter(query, 'observation', observationId) });
    } else if (sessionId !== null) go({ page: 'sessions', id: sessionId, query });
  }

  return (
    <ListWithFacets title={messages.pages.quality} view="scores">
      <ScoreTable
        state={state}
        onStateChange={onStateChange}
        lowest={readParameter(route.query, 'lowest')}
        onLowestChange={(name) =>
          go({ ...route, query: setParameter(route.query, 'lowest', name) }, { replace: true })
        }
        onSelect={open}
      />
    </ListWithFacets>
  );
}
