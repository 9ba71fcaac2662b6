import type { SessionId, TraceId } from '@oriel/core';
import type { Navigation } from './navigation.ts';

/** Where a trace is shown within its session: at its turn, else in the session as a whole. */
export function turnHref(
  { turnHref: turn, sessionHref: session }: Navigation,
  sessionId: SessionId,
  traceId: TraceId,
): string | undefined {
  return turn ? turn(sessionId, traceId) : session?.(sessionId);
}
