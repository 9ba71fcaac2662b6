'use client';

import { useMemo } from 'react';
import { TraceView, parseTraceViewState, printTraceViewState, useTrace } from '@oriel/react';
import type { TraceViewState } from '@oriel/react';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { ItemSteps } from './item-steps.tsx';
import { useReviewTabs } from './use-review-tabs.tsx';

/** One trace, with everything the reader sees of it in the address. */
export function TracePage({ traceId }: { traceId: string }) {
  const { route, messages, go } = useDashboard();
  const { data } = useTrace(traceId);
  const view = useMemo(() => parseTraceViewState(route.query), [route.query]);
  const filters = filterQuery(route.query);
  const reviewTabs = useReviewTabs();

  function onViewStateChange(next: TraceViewState) {
    const query = [filters, printTraceViewState(next)].filter(Boolean).join('&');
    go({ ...route, query }, { replace: true });
  }

  return (
    <div className="oriel-page-fill">
      <nav className="oriel-crumbs" aria-label={messages.item.place}>
        <PageLink to={{ page: 'traces', id: null, query: filters }}>{messages.pages.traces}</PageLink>
        <span aria-hidden="true">/</span>
        <span className="oriel-crumbs-here" title={traceId}>
          {data?.trace.name ?? traceId}
        </span>
        <ItemSteps
          traceId={data?.trace.id ?? traceId}
          onStep={(id) => go({ page: 'traces', id, query: filters })}
        />
      </nav>
      <TraceView
        traceId={traceId}
        viewState={view}
        detailTabs={reviewTabs}
        focusOnLoad
        onViewStateChange={onViewStateChange}
      />
    </div>
  );
}
