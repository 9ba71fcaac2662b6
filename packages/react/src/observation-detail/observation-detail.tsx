'use client';

import type { TraceId, TraceStructure, TraceTreeNodeId } from '@oriel/core';
import { isRetryable } from '../queries/read-policy.ts';
import { usePayload } from '../hooks/use-payload.ts';
import { usePresentation } from './presentation.ts';
import type { RemotePolicy } from '../provider/remote-policy.ts';
import type { PanelProps } from '../states/panel.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceGate } from '../states/trace-gate.tsx';
import type { DetailOptions } from './detail-slots.ts';
import { ObservationDetailView } from './observation-detail-view.tsx';

export interface ObservationDetailProps extends PanelProps, DetailOptions {
  /** The trace's id, or any id of yours that the store can resolve to it. */
  traceId: TraceId;
  /** The observation to show; `null` for the trace itself. @defaultValue `null` */
  observationId?: TraceTreeNodeId | undefined;
  /** Which addresses in payloads may be loaded. @defaultValue what the provider says: none */
  allowRemote?: RemotePolicy | undefined;
}

/**
 * One observation, or the trace itself, in full, loaded from the provider's store. Give it a height: it scrolls
 * within.
 *
 * @example
 * <ObservationDetail traceId="order-4711" observationId={observationId} />
 */
export function ObservationDetail({ traceId, observationId = null, ...options }: ObservationDetailProps) {
  const { messages } = usePresentation();
  const panel = panelProps(options);
  return (
    <TraceGate
      traceId={traceId}
      name="observation-detail"
      panel={{ 'aria-label': messages.observationDetail, ...panel }}
      skeleton={
        <SkeletonLines count={10} className="oriel-detail-skeleton-line" label={messages.loadingTrace} />
      }
    >
      {(structure) => <LoadedDetail {...options} structure={structure} observationId={observationId} />}
    </TraceGate>
  );
}

/** What is left for the outermost element while there is nothing to set options on. */
function panelProps(options: Omit<ObservationDetailProps, 'traceId' | 'observationId'>): PanelProps {
  const {
    tab: _tab,
    defaultTab: _defaultTab,
    onTabChange: _onTabChange,
    tabs: _tabs,
    renderSection: _renderSection,
    foldedSections: _foldedSections,
    defaultFoldedSections: _defaultFoldedSections,
    onFoldedSectionsChange: _onFoldedSectionsChange,
    textStyle: _textStyle,
    defaultTextStyle: _defaultTextStyle,
    onTextStyleChange: _onTextStyleChange,
    allowRemote: _allowRemote,
    ...panel
  } = options;
  return panel;
}

interface LoadedDetailProps extends Omit<ObservationDetailProps, 'traceId' | 'observationId'> {
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
