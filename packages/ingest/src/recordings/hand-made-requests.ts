import type { JsonObject, JsonValue } from '@oriel/core';
import type { RawPayload } from '../parse-payload.ts';

/** Ids of the records that hand-made requests are about. */
export const TRACE_ID = 'ab'.repeat(16);
export const SPAN_ID = 'cd'.repeat(8);

/** A batch with one event that creates a span. */
export function spanEvent(body: JsonObject): RawPayload {
  return batchOf([
    {
      id: 'event',
      type: 'span-create',
      timestamp: '2025-01-31T12:00:00.000Z',
      body: { id: SPAN_ID, traceId: TRACE_ID, ...body },
    },
  ]);
}

export function batchOf(batch: readonly JsonValue[]): RawPayload {
  return { body: jsonBytes({ batch }) };
}

/** An OTLP JSON export with one span for each object, which is laid over a span that is as it should be. */
export function exportOf(...spans: readonly JsonObject[]): RawPayload {
  const whole = spans.map((span) => ({
    traceId: TRACE_ID,
    spanId: SPAN_ID,
    name: 'work',
    startTimeUnixNano: '1738324800000000000',
    endTimeUnixNano: '1738324801000000000',
    ...span,
  }));
  return { body: jsonBytes({ resourceSpans: [{ scopeSpans: [{ spans: whole }] }] }) };
}

function jsonBytes(json: JsonValue): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(json));
}
