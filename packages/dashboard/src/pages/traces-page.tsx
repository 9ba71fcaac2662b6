'use client';

import { TraceTable } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { readParameter, setParameter } from '../navigation/query-parameter.ts';
import { TracePeek } from '../peek/trace-peek.tsx';
import { ListWithFacets } from './list-with-facets.tsx';
import { useTableState } from './use-table-state.ts';

/** All traces as a table; one that is picked slides over it. */
export function TracesPage() {
  const { messages, route, go } = useDashboard();
  const { state, onStateChange, order } = useTableState();
  const peeked = readParameter(route.query, 'peek');

  return (
    <ListWithFacets title={messages.pages.traces} view="traces">
      <TraceTable
        selectable
        state={state}
        onStateChange={onStateChange}
        selectedId={peeked}
        onSelect={(id) =>
          go({ ...route, query: setParameter(route.query, 'peek', id) }, { replace: peeked !== null })
        }
      />
      <TracePeek traceId={peeked} order={order} />
    </ListWithFacets>
  );
}
