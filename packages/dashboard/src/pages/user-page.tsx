'use client';

import { UserDetail } from '@oriel/react';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { PageTop } from './page-top.tsx';

/** What one user did, under all of their ids. */
export function UserPage({ userId }: { userId: string }) {
  const { messages, route } = useDashboard();
  return (
    <div className="oriel-page-fill">
      <nav className="oriel-crumbs" aria-label={messages.item.place}>
        <PageLink to={{ page: 'users', id: null, query: filterQuery(route.query) }}>
          {messages.pages.users}
        </PageLink>
        <span aria-hidden="true">/</span>
        <span className="oriel-crumbs-here" title={userId}>
          {userId}
        </span>
      </nav>
      <PageTop title={messages.pages.users} />
      <UserDetail userId={userId} />
    </div>
  );
}
