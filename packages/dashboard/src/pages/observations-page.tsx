'use client';

import { ObservationTable } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { setParameter } from '../navigation/query-parameter.ts';
import { ListWithFacets } from './list-with-facets.tsx';
import { useTableState } from './use-table-state.ts';

/** All observations as a table; one that is picked opens in its trace. */
export function ObservationsPage() {
  const { messages, route, go } = useDashboard();
  const { state, onStateChange } = useTableState();

  return (
    <ListWithFacets title={messages.pages.observations} view="observations">
      <ObservationTable
        selectable
        state={state}
        onStateChange={onStateChange}
        onSelect={(traceId, observationId) =>
          go({
            page: 'traces',
            id: traceId,
            query: setParameter(filterQuery(route.query), 'observation', observationId),
          })
        }
      />
    </ListWithFacets>
  );
}
