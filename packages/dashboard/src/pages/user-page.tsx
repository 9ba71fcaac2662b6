'use client';

import { useMemo } from 'react';
import { TraceTable } from '@oriel/react';
import type { Filter } from '@oriel/core';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { PageTop } from './page-top.tsx';
import { useTableState } from './use-table-state.ts';

/** What one user did. */
export function UserPage({ userId }: { userId: string }) {
  const { messages, route, go } = useDashboard();
  const { state, onStateChange } = useTableState();
  const filter = useMemo<Filter>(() => ({ field: 'userId', op: '=', value: userId }), [userId]);
  const query = filterQuery(route.query);
  return (
    <div className="oriel-page-fill">
      <nav className="oriel-crumbs" aria-label={messages.item.place}>
        <PageLink to={{ page: 'users', id: null, query }}>{messages.pages.users}</PageLink>
        <span aria-hidden="true">/</span>
        <span className="oriel-crumbs-here" title={userId}>
          {userId}
        </span>
      </nav>
      <PageTop title={messages.pages.traces} />
      <TraceTable
        filter={filter}
        state={state}
        onStateChange={onStateChange}
        onSelect={(id) => go({ page: 'traces', id, query })}
      />
    </div>
  );
}
