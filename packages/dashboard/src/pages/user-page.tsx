'use client';

import { UserDetail } from '@oriel/react';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { readParameter, setParameter } from '../navigation/query-parameter.ts';
import { PageTop } from './page-top.tsx';

/** What one user did, under all of their ids; the open tab is in the address. */
export function UserPage({ userId }: { userId: string }) {
  const { messages, route, go } = useDashboard();
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
      <PageTop title={userId} isTitleHidden />
      <UserDetail
        userId={userId}
        tab={readParameter(route.query, 'tab') ?? undefined}
        onTabChange={(tab) =>
          go({ ...route, query: setParameter(route.query, 'tab', tab) }, { replace: true })
        }
        onOpenSession={(id) => go({ page: 'sessions', id, query })}
        onOpenTrace={(id) => go({ page: 'traces', id, query })}
      />
    </div>
  );
}
