import { recordPayload } from '@oriel/core';
import type { JsonObject, ObservationPayload, RecordPayload, TracePayload } from '@oriel/core';

const NOTHING = recordPayload(null);

/** A payload as queries see it, of which only what somebody looks at is made: core's `recordPayload`. */
export function lazyPayload(payload: TracePayload | ObservationPayload | null): RecordPayload {
  if (payload === null) return NOTHING;
  let whole: RecordPayload | undefined;
  const made = () => (whole ??= recordPayload(payload));
  return {
    metadata: payload.metadata,
    get input() {
      return made().input;
    },
    get output() {
      return made().output;
    },
    get toolNames() {
      return made().toolNames;
    },
    get convention() {
      return made().convention;
    },
  };
}

/** The payload of a record that has metadata alone. */
export function payloadOf({ metadata }: { readonly metadata: JsonObject }): RecordPayload {
  return { ...NOTHING, metadata };
}
