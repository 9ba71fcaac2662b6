'use client';

import { useState } from 'react';
import type { TraceId, TraceTreeNodeId } from '@oriel/core';
import { GraphView, InsightsView, LogsView, TimelineView, TreeView } from './shipped-views.tsx';
import type { TraceViewMode, TraceViewState } from './trace-view-state.ts';

interface ShippedViewProps {
  mode: TraceViewMode;
  traceId: TraceId;
  viewState: TraceViewState;
  onChange: (part: TraceViewState) => void;
  onShow: () => void;
  /** See `TraceView`. */
  declaredGraphKey: string | undefined;
}

const NOTHING: ReadonlySet<TraceTreeNodeId> = new Set();
const NONE: readonly string[] = [];

/** One of our own views, with its part of the state. */
export function ShippedView({
  mode,
  traceId,
  viewState,
  onChange,
  onShow,
  declaredGraphKey,
}: ShippedViewProps) {
  // Kept here, where they outlive a look at another view.
  const [collapsedIds, setCollapsedIds] = useState(NOTHING);
  const [hiddenColumns, setHiddenColumns] = useState(NONE);
  const { tree = {}, timeline = {}, graphMode, logFilter } = viewState;
  switch (mode) {
    case 'tree':
      return (
        <TreeView
          traceId={traceId}
          onShow={onShow}
          collapsedIds={collapsedIds}
          onCollapsedIdsChange={setCollapsedIds}
          hiddenColumns={hiddenColumns}
          onHiddenColumnsChange={setHiddenColumns}
          searchText={tree.searchText ?? ''}
          onSearchTextChange={(searchText) => onChange({ tree: { ...tree, searchText } })}
          minimumLevel={tree.minimumLevel ?? 'DEBUG'}
          onMinimumLevelChange={(minimumLevel) => onChange({ tree: { ...tree, minimumLevel } })}
          isGrouped={tree.isGrouped ?? false}
          onIsGroupedChange={(isGrouped) => onChange({ tree: { ...tree, isGrouped } })}
        />
      );
    case 'timeline':
      return (
        <TimelineView
          traceId={traceId}
          onShow={onShow}
          defaultDisplay={timeline.display}
          onDisplayChange={(display) => onChange({ timeline: { ...timeline, display } })}
          viewport={timeline.viewport}
          onViewportChange={(viewport) => onChange({ timeline: { ...timeline, viewport } })}
        />
      );
    case 'graph':
      return (
        <GraphView
          traceId={traceId}
          onShow={onShow}
          declaredGraphKey={declaredGraphKey}
          mode={graphMode ?? 'aggregated'}
          onModeChange={(next) => onChange({ graphMode: next })}
        />
      );
    case 'log':
      return (
        <LogsView
          traceId={traceId}
          onShow={onShow}
          filter={logFilter ?? { text: '', levels: [], types: [] }}
          onFilterChange={(filter) => onChange({ logFilter: filter })}
        />
      );
    case 'insights':
    default:
      return <InsightsView traceId={traceId} onShow={onShow} />;
  }
}
