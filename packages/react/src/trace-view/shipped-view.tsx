'use client';

import type { TraceId } from '@oriel/core';
import { GraphView, InsightsView, LogsView, TimelineView, TreeView } from './lazy-views.tsx';
import type { TraceViewMode, TraceViewState } from './trace-view-state.ts';
import type { TreeMemory } from './use-tree-memory.ts';

interface ShippedViewProps {
  mode: TraceViewMode;
  traceId: TraceId;
  viewState: TraceViewState;
  onChange: (part: TraceViewState) => void;
  onShow: () => void;
  treeMemory: TreeMemory;
  /** See `TraceView`. */
  declaredGraphKey: string | undefined;
}

/** One of our own views, with its part of the state. */
export function ShippedView({
  mode,
  traceId,
  viewState,
  onChange,
  onShow,
  treeMemory,
  declaredGraphKey,
}: ShippedViewProps) {
  const { tree = {}, timeline = {}, graphMode, logFilter } = viewState;
  switch (mode) {
    case 'tree':
      return (
        <TreeView
          traceId={traceId}
          onShow={onShow}
          {...treeMemory}
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
