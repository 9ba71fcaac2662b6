'use client';

import { SessionTable } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { PageTop } from './page-top.tsx';
import { useTableState } from './use-table-state.ts';

/** All sessions as a table. */
export function SessionsPage() {
  const { messages, route, go } = useDashboard();
  const { state, onStateChange } = useTableState();
  return (
    <div className="oriel-page-fill">
      <PageTop title={messages.pages.sessions} />
      <SessionTable
        state={state}
        onStateChange={onStateChange}
        onSelect={(id) => go({ page: 'sessions', id, query: filterQuery(route.query) })}
      />
    </div>
  );
}
