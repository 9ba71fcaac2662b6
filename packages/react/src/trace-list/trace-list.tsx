'use client';

import { useMemo } from 'react';
import { isRetryable } from '../queries/read-policy.ts';
import type { TraceListQuery } from '../queries/trace-list-query.ts';
import { useTraceList } from '../hooks/use-trace-list.ts';
import { usePresentation } from '../provider/presentation-context.ts';
import { Panel } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceListView } from './trace-list-view.tsx';
import type { TraceListViewProps } from './trace-list-view.tsx';

export interface TraceListProps extends Omit<
  TraceListViewProps,
  'traces' | 'isFiltered' | 'onLoadMore' | 'isLoadingMore'
> {
  /** Which traces, in which order. @defaultValue all, newest first */
  query?: TraceListQuery | undefined;
}

/**
 * Traces as a list, loaded page by page from the provider's store; new ones appear by themselves.
 *
 * @example
 * <TraceList query={{ filter: { field: 'userId', op: '=', value: 'ada' } }} onSelect={setTraceId} />
 */
export function TraceList({ query, selectedId, onSelect, traceHref, ...panel }: TraceListProps) {
  const { messages } = usePresentation();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTraceList(query);
  const traces = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);

  if (traces) {
    return (
      <TraceListView
        {...panel}
        traces={traces}
        selectedId={selectedId}
        onSelect={onSelect}
        traceHref={traceHref}
        isFiltered={query?.filter !== undefined}
        onLoadMore={hasNextPage ? () => void fetchNextPage() : undefined}
        isLoadingMore={isFetchingNextPage}
      />
    );
  }
  if (error) {
    return (
      <Panel aria-label={messages.traceList} {...panel} name="trace-list" state="error">
        <PanelMessage
          kind="error"
          title={messages.tracesFailed}
          onRetry={isRetryable(error) ? () => void refetch() : undefined}
        >
          {error.message}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel aria-label={messages.traceList} {...panel} name="trace-list" state="loading">
      <SkeletonLines count={12} className="oriel-trace-list-skeleton-row" label={messages.loadingTraces} />
    </Panel>
  );
}
