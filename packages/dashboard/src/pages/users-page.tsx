'use client';

import { UserTable } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { PageTop } from './page-top.tsx';
import { useTableState } from './use-table-state.ts';

/** All users as a table. */
export function UsersPage() {
  const { messages, route, go } = useDashboard();
  const { state, onStateChange } = useTableState();
  return (
    <div className="oriel-page-fill">
      <PageTop title={messages.pages.users} />
      <UserTable
        state={state}
        onStateChange={onStateChange}
        onSelect={(id) => go({ page: 'users', id, query: filterQuery(route.query) })}
      />
    </div>
  );
}
