'use client';

import { ObservationTable } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { setParameter } from '../navigation/query-parameter.ts';
import { PageTop } from './page-top.tsx';
import { useTableState } from './use-table-state.ts';

/** All observations as a table; one that is picked opens in its trace. */
export function ObservationsPage() {
  const { messages, route, go } = useDashboard();
  const { state, onStateChange } = useTableState();

  return (
    <div className="oriel-page-fill">
      <PageTop title={messages.pages.observations} view="observations" />
      <ObservationTable
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
    </div>
  );
}
