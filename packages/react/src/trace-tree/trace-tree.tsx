'use client';

import type { TraceId } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceGate } from '../states/trace-gate.tsx';
import { TraceTreeToolbar } from './trace-tree-toolbar.tsx';
import { TraceTreeView } from './trace-tree-view.tsx';
import type { TraceTreeViewProps } from './trace-tree-view.tsx';

export interface TraceTreeProps extends Omit<TraceTreeViewProps, 'observations' | 'trace'> {
  /** The trace's id, or any id of yours that the store can resolve to it. */
  traceId: TraceId;
}

/**
 * One trace as a tree, loaded from the provider's store. Give it a height: it scrolls within.
 *
 * @example
 * <TraceTree traceId="order-4711" onSelect={setObservationId} />
 */
export function TraceTree({ traceId, ...viewProps }: TraceTreeProps) {
  const { messages } = usePresentation();
  const {
    selectedId: _selectedId,
    defaultSelectedId: _defaultSelectedId,
    onSelect: _onSelect,
    collapsedIds: _collapsedIds,
    defaultCollapsedIds: _defaultCollapsedIds,
    onCollapsedIdsChange: _onCollapsedIdsChange,
    renderLabel: _renderLabel,
    renderBadges: _renderBadges,
    ...panel
  } = viewProps;
  return (
    <TraceGate
      traceId={traceId}
      name="trace-tree"
      panel={{ 'aria-label': messages.traceTree, ...panel }}
      skeleton={
        <>
          <TraceTreeToolbar count={null} />
          <SkeletonLines count={10} className="oriel-trace-tree-skeleton-row" label={messages.loadingTrace} />
        </>
      }
    >
      {({ observations, trace }) => (
        <TraceTreeView {...viewProps} observations={observations} trace={trace} />
      )}
    </TraceGate>
  );
}
