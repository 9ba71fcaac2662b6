'use client';

import type { TraceStatus } from '@oriel/core';
import { usePresentation } from './presentation.ts';

/** How the trace stands, as a word with a mark. */
export function StatusBadge({ status }: { status: TraceStatus }) {
  const { messages } = usePresentation();
  return (
    <span className="oriel-trace-status" data-status={status}>
      {messages.traceView.statuses[status]}
    </span>
  );
}
