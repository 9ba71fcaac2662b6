'use client';

import { useCallback, useMemo } from 'react';
import type { TraceId, TraceStructure } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceGate } from '../states/trace-gate.tsx';
import { LogViewView } from './log-view-view.tsx';
import type { LogViewViewProps } from './log-view-view.tsx';
import type { ReadPayloads } from './payload-loader.ts';
import { searchStore } from './search-store.ts';

export interface LogViewProps extends Omit<
  LogViewViewProps,
  'observations' | 'readPayloads' | 'searchPayloads'
> {
  /** The trace's id, or any id of yours that the store can resolve to it. */
  traceId: TraceId;
}

/**
 * All observations of a trace by time, with what went in and out of them, loaded from the provider's store as they
 * come into sight. Give it a height: it scrolls within.
 *
 * @example
 * <LogView traceId="order-4711" defaultFollow />
 */
export function LogView({ traceId, ...viewProps }: LogViewProps) {
  const { messages } = usePresentation();
  const {
    selectedId: _selectedId,
    defaultSelectedId: _defaultSelectedId,
    onSelect: _onSelect,
    filter: _filter,
    defaultFilter: _defaultFilter,
    onFilterChange: _onFilterChange,
    expandedIds: _expandedIds,
    defaultExpandedIds: _defaultExpandedIds,
    onExpandedIdsChange: _onExpandedIdsChange,
    follow: _follow,
    defaultFollow: _defaultFollow,
    onFollowChange: _onFollowChange,
    fileName: _fileName,
    renderBadges: _renderBadges,
    ...panel
  } = viewProps;
  return (
    <TraceGate
      traceId={traceId}
      name="log-view"
      panel={{ 'aria-label': messages.logView.log, ...panel }}
      skeleton={
        <SkeletonLines count={12} className="oriel-log-view-skeleton-row" label={messages.loadingTrace} />
      }
    >
      {(structure) => <LoadedLog {...viewProps} structure={structure} />}
    </TraceGate>
  );
}

interface LoadedLogProps extends Omit<LogViewProps, 'traceId'> {
  structure: TraceStructure;
}

function LoadedLog({ structure, ...viewProps }: LoadedLogProps) {
  const { traces } = useStoreContext().store;
  const traceId = structure.trace.id;
  const read: ReadPayloads = useCallback(
    async (observationIds, signal) =>
      (await traces.readPayloads({ traceId, observationIds }, { signal })).observations,
    [traces, traceId],
  );
  const search = useMemo(() => searchStore(traces, traceId), [traces, traceId]);
  return (
    <LogViewView
      {...viewProps}
      observations={structure.observations}
      readPayloads={read}
      searchPayloads={search}
    />
  );
}
