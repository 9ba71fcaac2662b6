import type { ObservationLevel } from '@oriel/core';

/** LangGraph ends a node that waits for a person by throwing one of these. A stack trace may stand before it. */
const INTERRUPTION = /^\s*(?:GraphInterrupt|NodeInterrupt)\b/m;

/** True for the status message of a run that `interrupt()` paused. */
function isInterruption(statusMessage: string): boolean {
  return statusMessage.includes('Interrupt') && INTERRUPTION.test(statusMessage);
}

/** A level and what follows from its message: a pause is reported as an error, and is none. */
export function levelUnlessInterrupted<Level extends ObservationLevel | null | undefined>(
  level: Level,
  statusMessage: string | null | undefined,
): { readonly level: Level | 'DEFAULT'; readonly isInterrupted?: true } {
  if (!statusMessage || !isInterruption(statusMessage)) return { level };
  return { level: level === 'ERROR' ? 'DEFAULT' : level, isInterrupted: true };
}
