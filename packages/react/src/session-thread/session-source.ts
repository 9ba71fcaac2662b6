import type { Observation, TraceId, TurnPayload } from '@oriel/core';

/** Where a conversation reads what is not in its traces themselves. Keep one instance. */
export interface SessionSource {
  /** What a trace was given and what it answered; `null` when nobody knows. */
  readonly readPayload: (traceId: TraceId, signal: AbortSignal) => Promise<TurnPayload | null>;
  /** The observations of a trace. @defaultValue turns do not show their steps */
  readonly readSteps?:
    ((traceId: TraceId, signal: AbortSignal) => Promise<readonly Observation[]>) | undefined;
  /** The traces in whose payloads a text occurs, some at a time. @defaultValue payloads are not searched */
  readonly searchPayloads?:
    ((text: string, signal: AbortSignal) => AsyncIterable<readonly TraceId[]>) | undefined;
  /** Calls back when payloads may have changed. Returns what ends it. @defaultValue they never change */
  readonly subscribe?: ((listener: (traceIds: readonly TraceId[]) => void) => () => void) | undefined;
}
