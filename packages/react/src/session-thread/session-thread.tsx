'use client';

import { useMemo } from 'react';
import { MAX_PAGE_SIZE } from '@oriel/core';
import type { SessionId } from '@oriel/core';
import { isRetryable } from '../queries/read-policy.ts';
import { useAllPages } from '../hooks/use-all-pages.ts';
import { useScoreList } from '../hooks/use-score-list.ts';
import { useTraceList } from '../hooks/use-trace-list.ts';
import { usePresentation } from './presentation.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { Panel } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { SessionThreadView } from './session-thread-view.tsx';
import type { SessionThreadViewProps } from './session-thread-view.tsx';
import { storeSessionSource } from './store-session-source.ts';

export interface SessionThreadProps extends Omit<
  SessionThreadViewProps,
  'traces' | 'scores' | 'sessionId' | 'source' | 'onLoadMore'
> {
  sessionId: SessionId;
}

/** Pages that are read without being asked for: more traces than anybody scrolls through. */
const EAGER_PAGES = 20;

/**
 * All traces of a session as one conversation, loaded from the provider's store: what was said as it comes into sight.
 * A whole conversation is shown whatever filters apply around it. Give it a height: it scrolls within.
 *
 * @example
 * <SessionThread sessionId="chat-2025-03-07" onOpenTrace={(traceId) => open(traceId)} />
 */
export function SessionThread({ sessionId, ...viewProps }: SessionThreadProps) {
  const { messages } = usePresentation();
  const own = messages.sessionThread;
  const { traces: store } = useStoreContext().store;
  const source = useMemo(() => storeSessionSource(store, sessionId), [store, sessionId]);
  const list = useTraceList(
    useMemo(
      () => ({
        filter: { field: 'sessionId', op: '=' as const, value: sessionId },
        order: { field: 'startTime', direction: 'asc' as const },
        limit: MAX_PAGE_SIZE,
      }),
      [sessionId],
    ),
  );
  const judged = useScoreList(
    useMemo(
      () => ({
        filter: {
          or: [
            { field: 'traceSessionId', op: '=' as const, value: sessionId },
            { field: 'sessionId', op: '=' as const, value: sessionId },
          ],
        },
        limit: MAX_PAGE_SIZE,
      }),
      [sessionId],
    ),
  );
  useAllPages(list, EAGER_PAGES);
  useAllPages(judged, EAGER_PAGES);
  const traces = useMemo(() => list.data?.pages.flatMap((page) => page.items), [list.data]);
  const scores = useMemo(() => judged.data?.pages.flatMap((page) => page.items), [judged.data]);

  if (traces) {
    const isWaiting = list.hasNextPage && (list.data?.pages.length ?? 0) >= EAGER_PAGES;
    return (
      <SessionThreadView
        {...viewProps}
        traces={traces}
        scores={scores}
        sessionId={sessionId}
        source={source}
        onLoadMore={isWaiting ? () => void list.fetchNextPage() : undefined}
      />
    );
  }
  const panel = panelOf(viewProps);
  if (list.error) {
    return (
      <Panel aria-label={own.thread} {...panel} name="session-thread" state="error">
        <PanelMessage
          kind="error"
          title={own.failed}
          onRetry={isRetryable(list.error) ? () => void list.refetch() : undefined}
        >
          {list.error.message}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel aria-label={own.thread} {...panel} name="session-thread" state="loading">
      <SkeletonLines count={9} className="oriel-session-thread-skeleton-row" label={own.loading} />
    </Panel>
  );
}

/** What is left for the outermost element. */
function panelOf({
  selectedId: _selectedId,
  defaultSelectedId: _defaultSelectedId,
  onSelect: _onSelect,
  search: _search,
  defaultSearch: _defaultSearch,
  onSearchChange: _onSearchChange,
  focusOnLoad: _focusOnLoad,
  onOpenTrace: _onOpenTrace,
  follow: _follow,
  defaultFollow: _defaultFollow,
  onFollowChange: _onFollowChange,
  turnsShown: _turnsShown,
  defaultTurnsShown: _defaultTurnsShown,
  onTurnsShownChange: _onTurnsShownChange,
  renderHeader: _renderHeader,
  renderBadges: _renderBadges,
  renderFooter: _renderFooter,
  ...panel
}: Omit<SessionThreadProps, 'sessionId'>) {
  return panel;
}
