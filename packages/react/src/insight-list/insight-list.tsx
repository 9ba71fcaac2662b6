'use client';

import { useCallback } from 'react';
import type { TraceId, TraceStructure } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceGate } from '../states/trace-gate.tsx';
import { InsightListView } from './insight-list-view.tsx';
import type { InsightListViewProps } from './insight-list-view.tsx';
import type { ReadInsightPayloads } from './use-insights.ts';

export interface InsightListProps extends Omit<InsightListViewProps, 'structure' | 'readPayloads'> {
  /** The trace's id, or any id of yours that the store can resolve to it. */
  traceId: TraceId;
}

/**
 * What stands out in a trace, the most suspicious first, and what the trace does not show. Each finding leads to its
 * evidence: put the list beside a tree or a detail in one `TraceFocus`.
 *
 * @example
 * <InsightList traceId="order-4711" onSelect={setObservationId} />
 */
export function InsightList({ traceId, ...viewProps }: InsightListProps) {
  const { messages } = usePresentation();
  const {
    selectedId: _selectedId,
    defaultSelectedId: _defaultSelectedId,
    onSelect: _onSelect,
    payloadLimit: _payloadLimit,
    ...panel
  } = viewProps;
  return (
    <TraceGate
      traceId={traceId}
      name="insight-list"
      panel={{ 'aria-label': messages.insightList.title, ...panel }}
      skeleton={
        <SkeletonLines count={8} className="oriel-insight-list-skeleton-line" label={messages.loadingTrace} />
      }
    >
      {(structure) => <LoadedInsights {...viewProps} structure={structure} />}
    </TraceGate>
  );
}

interface LoadedInsightsProps extends Omit<InsightListProps, 'traceId'> {
  structure: TraceStructure;
}

function LoadedInsights({ structure, ...viewProps }: LoadedInsightsProps) {
  const { traces } = useStoreContext().store;
  const traceId = structure.trace.id;
  const read: ReadInsightPayloads = useCallback(
    async (observationIds, signal) =>
      (await traces.readPayloads({ traceId, observationIds }, { signal })).observations,
    [traces, traceId],
  );
  return <InsightListView {...viewProps} structure={structure} readPayloads={read} />;
}
