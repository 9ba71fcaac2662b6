'use client';

import { SessionThread } from '@oriel/react';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { setParameter } from '../navigation/query-parameter.ts';

/** One session as a conversation. */
export function SessionPage({ sessionId }: { sessionId: string }) {
  const { messages, route, go } = useDashboard();
  const query = filterQuery(route.query);

  return (
    <div className="oriel-page-fill">
      <nav className="oriel-crumbs" aria-label={messages.item.place}>
        <PageLink to={{ page: 'sessions', id: null, query }}>{messages.pages.sessions}</PageLink>
        <span aria-hidden="true">/</span>
        <span className="oriel-crumbs-here" title={sessionId}>
          {sessionId}
        </span>
      </nav>
      <SessionThread
        sessionId={sessionId}
        onOpenTrace={(id, observationId) =>
          go({ page: 'traces', id, query: setParameter(query, 'observation', observationId) })
        }
      />
    </div>
  );
}
