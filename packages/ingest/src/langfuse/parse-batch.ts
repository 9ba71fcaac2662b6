import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue, ObservationId, Patch, TraceId } from '@oriel/core';
import type { RejectedItem } from '../rejected-item.ts';
import { readEnvelope } from './envelope.ts';
import type { Envelope } from './envelope.ts';
import { EVENT_TYPES } from './event-types.ts';
import { observationEventPatch } from './observation-event.ts';
import { isOfExporter, openExporterPayloads } from './open-exporter-payloads.ts';
import { scoreEventPatch } from './score-event.ts';
import { traceEventPatch } from './trace-event.ts';

/** The body of a batch request. */
export interface Batch {
  readonly batch: readonly JsonValue[];
  /** What sent it. */
  readonly metadata?: JsonValue;
}

/** True for a body of the batch protocol: an object with a list of events. */
export function isBatch(body: JsonValue): body is JsonObject & Batch {
  return isJsonObject(body) && Array.isArray(body['batch']);
}

/** Patches of a batch of events, and the events that could not be kept. */
export function parseBatch({ batch, metadata }: Batch): { patches: Patch[]; rejected: RejectedItem[] } {
  const patches: Patch[] = [];
  const rejected: RejectedItem[] = [];
  const traceIds = traceIdsOfObservations(batch);
  const isExported = isOfExporter(metadata);
  for (const [index, event] of batch.entries()) {
    const patch = eventPatch(event, traceIds);
    if (patch === null) continue;
    if ('problem' in patch) rejected.push({ where: placeOf(event, index), reason: patch.problem });
    else if (isExported && patch.kind !== 'score') patches.push(openExporterPayloads(patch));
    else patches.push(patch);
  }
  return { patches, rejected };
}

/** `null` for events that are taken and not kept. */
function eventPatch(
  event: JsonValue,
  traceIds: ReadonlyMap<ObservationId, TraceId>,
): Patch | { readonly problem: string } | null {
  const envelope = readEnvelope(event);
  if ('problem' in envelope) return envelope;
  const type = EVENT_TYPES.get(envelope.type);
  if (type === undefined) return { problem: unknownType(envelope) };
  if (type.record === 'none') return null;
  if (type.record === 'trace') return traceEventPatch(envelope);
  if (type.record === 'score') return scoreEventPatch(envelope);
  return observationEventPatch(envelope, type, traceIds.get(bodyText(envelope, 'id') ?? ''));
}

function unknownType({ type }: Envelope): string {
  return type === 'dataset-run-item-create'
    ? 'Dataset run items belong to the server, so clients may not send them as events. Link runs over /dataset-run-items.'
    : `The event type is ${JSON.stringify(type.slice(0, 40))}, which the batch protocol does not have, so the event was left out. ` +
        'Send one of its types, such as span-create.';
}

/** Updates often name no trace. Another event about the same observation in the batch tells. */
function traceIdsOfObservations(batch: readonly JsonValue[]): ReadonlyMap<ObservationId, TraceId> {
  const traceIds = new Map<ObservationId, TraceId>();
  for (const event of batch) {
    if (!isJsonObject(event) || typeof event['type'] !== 'string' || !isJsonObject(event['body'])) continue;
    if (EVENT_TYPES.get(event['type'])?.record !== 'observation') continue;
    const { id, traceId } = event['body'];
    if (typeof id === 'string' && typeof traceId === 'string' && traceId !== '') traceIds.set(id, traceId);
  }
  return traceIds;
}

function bodyText({ body }: Envelope, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

/** Which event is meant, in words a person can search a log for: `batch[2] generation-create gen-7`. */
function placeOf(event: JsonValue, index: number): string {
  const fields = isJsonObject(event) ? event : {};
  const body = isJsonObject(fields['body']) ? fields['body'] : {};
  const words = [fields['type'], typeof body['id'] === 'string' ? body['id'] : fields['id']];
  return [
    `batch[${index}]`,
    ...words.filter((word) => typeof word === 'string').map((word) => word.slice(0, 80)),
  ].join(' ');
}
