'use client';

import { useWritePatches } from '../hooks/use-write-patches.ts';
import { FeedbackView } from './feedback-view.tsx';
import type { FeedbackViewProps } from './feedback-view.tsx';

export interface FeedbackProps extends Omit<FeedbackViewProps, 'onSend'> {
  /** Called once the store has the score. */
  onSent?: (() => void) | undefined;
}

/**
 * Thumbs or stars, and why, written as a score to the provider's store. Nothing is read, so a store that may only be
 * written to, such as one with a public key, is enough.
 *
 * @example
 * <Feedback traceId="order-4711" author={currentUser.id} />
 */
export function Feedback({ onSent, ...view }: FeedbackProps) {
  const { mutateAsync } = useWritePatches();
  return (
    <FeedbackView
      {...view}
      onSend={async (patch) => {
        await mutateAsync([patch]);
        onSent?.();
      }}
    />
  );
}
