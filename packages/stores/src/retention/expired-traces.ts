import type { Bytes, EpochMs, Milliseconds, TraceId } from '@oriel/core';

/** How long traces are kept. Where several limits are given, each of them counts. Without a limit nothing expires. */
export interface RetentionPolicy {
  /** Traces whose `timestamp` is longer ago expire. */
  readonly maxAge?: Milliseconds | undefined;
  /** Most traces; the oldest expire first. */
  readonly maxTraces?: number | undefined;
  /** Most bytes of patches, payloads included; the oldest traces expire first. */
  readonly maxBytes?: Bytes | undefined;
}

/** What a policy asks of a trace. */
export interface RetainedTrace {
  readonly id: TraceId;
  readonly timestamp: EpochMs;
  /** What its patches take. */
  readonly bytes: Bytes;
}

/** The traces that a policy lets go, the oldest first; ties by id. */
export function expiredTraces(
  { maxAge = Infinity, maxTraces = Infinity, maxBytes = Infinity }: RetentionPolicy,
  traces: readonly RetainedTrace[],
  now: EpochMs,
): TraceId[] {
  const oldestFirst = traces.toSorted((a, b) => a.timestamp - b.timestamp || (a.id < b.id ? -1 : 1));
  let count = oldestFirst.length;
  let bytes = oldestFirst.reduce((sum, trace) => sum + trace.bytes, 0);
  const expired: TraceId[] = [];
  for (const trace of oldestFirst) {
    if (now - trace.timestamp <= maxAge && count <= maxTraces && bytes <= maxBytes) break;
    expired.push(trace.id);
    count -= 1;
    bytes -= trace.bytes;
  }
  return expired;
}
