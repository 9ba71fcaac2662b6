'use client';

import type { TraceId, TraceStructure, TraceTreeNodeId } from '@oriel/core';
import { isRetryable } from '../hooks/read-policy.ts';
import { usePayload } from '../hooks/use-payload.ts';
import { usePresentation } from '../provider/presentation-context.ts';
import type { PanelProps } from '../states/panel.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceGate } from '../states/trace-gate.tsx';
import { ObservationDetailView } from './observation-detail-view.tsx';

export interface ObservationDetailProps extends PanelProps {
  /** The trace's id, or any id of yours that the store can resolve to it. */
  traceId: TraceId;
  /** The observation to show; `null` for the trace itself. @defaultValue `null` */
  observationId?: TraceTreeNodeId | undefined;
}

/**
 * One observation, or the trace itself, in full, loaded from the provider's store. Give it a height: it scrolls
 * within.
 *
 * @example
 * <ObservationDetail traceId="order-4711" observationId={observationId} />
 */
export function ObservationDetail({ traceId, observationId = null, ...panel }: ObservationDetailProps) {
  const { messages } = usePresentation();
  return (
    <TraceGate
      traceId={traceId}
      name="observation-detail"
      panel={{ 'aria-label': messages.observationDetail, ...panel }}
      skeleton={
        <SkeletonLines count={10} className="oriel-detail-skeleton-line" label={messages.loadingTrace} />
      }
    >
      {(structure) => <LoadedDetail {...panel} structure={structure} observationId={observationId} />}
    </TraceGate>
  );
}

interface LoadedDetailProps extends PanelProps {
  structure: TraceStructure;
  observationId: TraceTreeNodeId;
}

function LoadedDetail({ structure, observationId, ...panel }: LoadedDetailProps) {
  const { data, error, refetch } = usePayload(structure.trace.id, observationId);
  return (
    <ObservationDetailView
      {...panel}
      structure={structure}
      observationId={observationId}
      payload={data}
      payloadError={error?.message}
      onRetryPayload={error && isRetryable(error) ? () => void refetch() : undefined}
    />
  );
}
