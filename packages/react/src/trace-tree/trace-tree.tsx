'use client';

import { useMemo } from 'react';
import type { Trace, TraceId, TraceStore } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceGate } from '../states/trace-gate.tsx';
import { searchStorePayloads } from './search-store-payloads.ts';
import { splitTraceTreeProps } from './split-trace-tree-props.ts';
import { traceTreeColumns } from './trace-tree-columns.tsx';
import { TraceTreeHeader } from './trace-tree-header.tsx';
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
  const { store } = useStoreContext();
  const { panel, viewOptions } = splitTraceTreeProps(viewProps);
  return (
    <TraceGate
      traceId={traceId}
      name="trace-tree"
      panel={{ 'aria-label': messages.traceTree, ...panel }}
      skeleton={
        <>
          <TraceTreeToolbar />
          <TraceTreeHeader count={null} columns={viewOptions.columns ?? traceTreeColumns} />
          <SkeletonLines count={10} className="oriel-trace-tree-skeleton-row" label={messages.loadingTrace} />
        </>
      }
    >
      {({ observations, trace }) => (
        <SearchableTree {...viewProps} store={store.traces} observations={observations} trace={trace} />
      )}
    </TraceGate>
  );
}

/** The store looks into payloads; under the trace's own id, whatever id it was asked for by. */
function SearchableTree({ store, ...props }: TraceTreeViewProps & { store: TraceStore; trace: Trace }) {
  const traceId = props.trace.id;
  const searchPayloads = useMemo(() => searchStorePayloads(store, traceId), [store, traceId]);
  return <TraceTreeView searchPayloads={searchPayloads} {...props} />;
}
