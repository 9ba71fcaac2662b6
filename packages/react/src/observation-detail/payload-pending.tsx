'use client';

import { usePresentation } from './presentation.ts';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';

interface PayloadPendingProps {
  error: string | undefined;
  onRetry: (() => void) | undefined;
}

/** Stands where a payload will be, or says why it cannot be. */
export function PayloadPending({ error, onRetry }: PayloadPendingProps) {
  const { messages } = usePresentation();
  if (error === undefined) {
    return <SkeletonLines count={6} className="oriel-detail-skeleton-line" label={messages.loadingPayload} />;
  }
  return (
    <PanelMessage kind="error" title={messages.payloadFailed} onRetry={onRetry}>
      {error}
    </PanelMessage>
  );
}
