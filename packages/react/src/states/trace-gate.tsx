'use client';

import type { ReactNode } from 'react';
import type { TraceId, TraceStructure } from '@oriel/core';
import { isRetryable } from '../queries/read-policy.ts';
import { useTrace } from '../hooks/use-trace.ts';
import { usePresentation } from '../provider/presentation-context.ts';
import { Panel } from './panel.tsx';
import type { PanelProps } from './panel.tsx';
import { PanelMessage } from './panel-message.tsx';

interface TraceGateProps {
  traceId: TraceId;
  /** Folder name of the panel. */
  name: string;
  /** Attributes of the panel's outermost element. */
  panel: PanelProps;
  skeleton: ReactNode;
  children: (structure: TraceStructure) => ReactNode;
}

/** Loads a trace for a panel and speaks for it as long as there is none to show. */
export function TraceGate({ traceId, name, panel, skeleton, children }: TraceGateProps) {
  const { messages } = usePresentation();
  const { data, error, refetch } = useTrace(traceId);

  // What was loaded stays on screen when reading it again fails.
  if (data) return children(data);
  if (data === null) {
    return (
      <Panel {...panel} name={name} state="empty">
        <PanelMessage kind="empty" title={messages.unknownTrace}>
          {messages.unknownTraceHint(traceId)}
        </PanelMessage>
      </Panel>
    );
  }
  if (error) {
    return (
      <Panel {...panel} name={name} state="error">
        <PanelMessage
          kind="error"
          title={messages.traceFailed}
          onRetry={isRetryable(error) ? () => void refetch() : undefined}
        >
          {error.message}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel {...panel} name={name} state="loading">
      {skeleton}
    </Panel>
  );
}
