import type { Score } from '@oriel/core';
import type { Navigation } from './navigation.ts';

/** Where what a score judges is shown: an observation, else its trace; a session. */
export function scoreHref(
  { observationHref, traceHref, sessionHref }: Navigation,
  { traceId, observationId, sessionId }: Score,
): string | undefined {
  if (traceId === null) return sessionId === null ? undefined : sessionHref?.(sessionId);
  const step = observationId === null ? undefined : observationHref?.(traceId, observationId);
  return step ?? traceHref?.(traceId);
}
