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

/** One event of a batch, and what became of it. */
export interface BatchEvent {
  /** The id of the event itself, not of what it is about; `null` when it has none that is text. */
  readonly id: string | null;
  /** Which event it is, in words a person can search a log for: `batch[2] generation-create gen-7`. */
  readonly where: string;
  /** `null` for events that are taken and not kept, and for bad ones. */
  readonly patch: Patch | null;
  /** What is wrong with it; `null` when nothing is. */
  readonly problem: string | null;
}

/** The events of a batch, in its order. */
export function readEvents({ batch, metadata }: Batch): BatchEvent[] {
  const traceIds = traceIdsOfObservations(batch);
  const isExported = isOfExporter(metadata);
  return batch.map((event, index) => {
    const read = eventPatch(event, traceIds);
    const id = isJsonObject(event) && typeof event['id'] === 'string' ? event['id'] : null;
    const where = placeOf(event, index);
    if (read !== null && 'problem' in read) return { id, where, patch: null, problem: read.problem };
    const isOpened = read !== null && isExported && read.kind !== 'score';
    return { id, where, patch: isOpened ? openExporterPayloads(read) : read, problem: null };
  });
}

/** Patches of a batch of events, and the events that could not be kept. */
export function parseBatch(batch: Batch): { patches: Patch[]; rejected: RejectedItem[] } {
  const patches: Patch[] = [];
  const rejected: RejectedItem[] = [];
  for (const { where, patch, problem } of readEvents(batch)) {
    if (problem !== null) rejected.push({ where, reason: problem });
    if (patch !== null) patches.push(patch);
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

/** See {@link BatchEvent.where}. */
function placeOf(event: JsonValue, index: number): string {
  const fields = isJsonObject(event) ? event : {};
  const body = isJsonObject(fields['body']) ? fields['body'] : {};
  const words = [fields['type'], typeof body['id'] === 'string' ? body['id'] : fields['id']];
  return [
    `batch[${index}]`,
    ...words.filter((word) => typeof word === 'string').map((word) => word.slice(0, 80)),
  ].join(' ');
}
