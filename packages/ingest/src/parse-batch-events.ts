import { readJsonBody } from './json/read-json-body.ts';
import { isBatch, readEvents } from './langfuse/parse-batch.ts';
import type { BatchEvent } from './langfuse/parse-batch.ts';
import { maxBytesOf } from './parse-payload.ts';
import type { ParseOptions, RawPayload } from './parse-payload.ts';
import { unpackBody } from './transport/unpack-body.ts';

/** The events of a request, or why there are none. */
export type ParsedBatch =
  { readonly events: readonly BatchEvent[] } | { readonly problem: string; readonly isTooLarge: boolean };

/**
 * Reads a batch of the Langfuse protocol event by event, for who has to answer each of them. Never throws on bad data.
 *
 * @throws IngestError `bad-option` - `maxBytes` is no positive number.
 */
export async function parseBatchEvents(
  payload: RawPayload,
  options: ParseOptions = {},
): Promise<ParsedBatch> {
  const { bytes, problem, isTooLarge } = await unpackBody(payload, maxBytesOf(options));
  if (isTooLarge && problem !== null) return { problem, isTooLarge };
  const json = readJsonBody(bytes);
  if (!('value' in json)) return { problem: problem ?? json.problem, isTooLarge: false };
  if (isBatch(json.value)) return { events: readEvents(json.value) };
  return {
    problem: 'The JSON is no batch of events, so nothing of it was kept. Send `{batch: [event, …]}`.',
    isTooLarge: false,
  };
}
