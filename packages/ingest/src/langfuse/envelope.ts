import { isJsonObject } from '@oriel/core';
import type { EpochMs, JsonObject, JsonValue } from '@oriel/core';
import { FieldReader } from './field-reader.ts';

/** One event of a batch, its body not yet read. */
export interface Envelope {
  readonly id: string;
  readonly type: string;
  /** When the client says it happened: what orders events of one record. */
  readonly at: EpochMs;
  readonly body: JsonObject;
}

/** The envelope of an event, or what is wrong with it. */
export function readEnvelope(event: JsonValue): Envelope | { readonly problem: string } {
  if (!isJsonObject(event)) {
    return { problem: 'The event is not an object, so it was left out. Send `{id, type, timestamp, body}`.' };
  }
  const fields = new FieldReader(event, '');
  const type = fields.text('type') ?? fields.refuse('type', 'an event type');
  const id = fields.id('id') ?? fields.refuse('id', 'the id of the event');
  const at = fields.time('timestamp') ?? fields.refuse('timestamp', 'the time of the event');
  const body = fields.object('body') ?? fields.refuse('body', 'an object');
  if (type === undefined || id === undefined || at === undefined || body === undefined) {
    return { problem: fields.problem ?? 'The event could not be read and was left out.' };
  }
  return { id, type, at, body };
}
