'use client';

import type { ReactNode } from 'react';
import type { TraceId } from '@oriel/core';
import { usePayload } from '../hooks/use-payload.ts';
import { usePresentation } from './presentation.ts';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceGate } from '../states/trace-gate.tsx';
import { AgentGraphView } from './agent-graph-view.tsx';
import type { AgentGraphViewProps } from './agent-graph-view.tsx';

export interface AgentGraphProps extends Omit<AgentGraphViewProps, 'observations'> {
  /** Any id the store can resolve: the trace's own, or one of yours. */
  traceId: TraceId;
  /**
   * Key of the trace's metadata under which a program sends its declared graph; read when `declaredGraph` is not
   * given. @defaultValue the metadata is not read
   */
  declaredGraphKey?: string | undefined;
}

/**
 * What an agent did in a trace, as a graph: the nodes that ran, how often, how long and at what cost, and the ways
 * between them.
 *
 * @example
 * <AgentGraph traceId="order-4711" declaredGraphKey="graph" />
 */
export function AgentGraph({ traceId, declaredGraphKey, ...props }: AgentGraphProps) {
  const { messages } = usePresentation();
  const {
    mode,
    defaultMode,
    onModeChange,
    declaredGraph,
    selectedId,
    defaultSelectedId,
    onSelect,
    playhead,
    ...panel
  } = props;
  const view = { mode, defaultMode, onModeChange, selectedId, defaultSelectedId, onSelect, playhead };
  const named = { 'aria-label': messages.agentGraph.title, ...panel };
  return (
    <TraceGate
      traceId={traceId}
      name="agent-graph"
      panel={named}
      skeleton={
        <SkeletonLines count={6} className="oriel-agent-graph-skeleton" label={messages.agentGraph.loading} />
      }
    >
      {({ trace, observations }) =>
        declaredGraphKey === undefined || declaredGraph !== undefined ? (
          <AgentGraphView {...named} {...view} observations={observations} declaredGraph={declaredGraph} />
        ) : (
          <WithDeclaredGraph traceId={trace.id} metadataKey={declaredGraphKey}>
            {(declared) => (
              <AgentGraphView {...named} {...view} observations={observations} declaredGraph={declared} />
            )}
          </WithDeclaredGraph>
        )
      }
    </TraceGate>
  );
}

interface WithDeclaredGraphProps {
  traceId: TraceId;
  metadataKey: string;
  children: (declaredGraph: unknown) => ReactNode;
}

/** What ran is shown while what was declared is on its way, or never comes. */
function WithDeclaredGraph({ traceId, metadataKey, children }: WithDeclaredGraphProps) {
  const { data } = usePayload(traceId, null);
  return children(data?.metadata[metadataKey]);
}
