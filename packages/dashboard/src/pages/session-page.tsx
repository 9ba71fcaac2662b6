'use client';

import { SessionThread } from '@oriel/react';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { readParameter, setParameter } from '../navigation/query-parameter.ts';

/** One session as a conversation; the turn that is looked at, and what is searched for, are in the address. */
export function SessionPage({ sessionId }: { sessionId: string }) {
  const { messages, route, go } = useDashboard();
  const query = filterQuery(route.query);
  const set = (name: string, value: string | null) =>
    go({ ...route, query: setParameter(route.query, name, value) }, { replace: true });

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
        selectedId={readParameter(route.query, 'turn')}
        onSelect={(turn) => set('turn', turn)}
        focusOnLoad
        search={readParameter(route.query, 'search') ?? ''}
        onSearchChange={(search) => set('search', search || null)}
        onOpenTrace={(id, observationId) =>
          go({ page: 'traces', id, query: setParameter(query, 'observation', observationId) })
        }
      />
    </div>
  );
}
