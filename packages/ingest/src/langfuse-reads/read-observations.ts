import { isJsonObject, OBSERVATION_LEVELS, OBSERVATION_TYPES } from '@oriel/core';
import type { JsonObject, JsonValue, ObservationPatch } from '@oriel/core';
import { parseEmbeddedJson } from '../json/parse-embedded-json.ts';
import { bodyMetadata } from '../langfuse/body-metadata.ts';
import { FieldReader } from '../langfuse/field-reader.ts';
import { graphTaskOf } from '../langgraph/graph-task.ts';
import { levelUnlessInterrupted } from '../langgraph/interruption.ts';
import { toolsOfInput } from '../tools/tool-definitions.ts';
import { readCost, readUsage } from './read-amounts.ts';
import { ADVICE, readEach } from './read-records.ts';
import type { ReadRecords } from './read-records.ts';

/** Observations as the older API gives them: input and output are values. */
export function readObservations(json: unknown): ReadRecords {
  return readEach(json, 'observations', (item) => observationPatch(item, (value) => value));
}

/**
 * The patch of an observation in either version.
 *
 * @param payload - makes a value of what the answer holds of input, output and each member of the metadata.
 */
export function observationPatch(
  json: JsonObject,
  payload: (value: JsonValue | undefined) => JsonValue | undefined,
): ObservationPatch | { readonly problem: string } {
  const fields = new FieldReader(json, '', ADVICE);
  const startTime = fields.time('startTime') ?? fields.refuse('startTime', 'the start of the observation');
  const statusMessage = fields.text('statusMessage');
  const parentId = fields.id('parentObservationId') ?? null;
  const input = payload(fields.value('input'));
  const metadata = membersOf(bodyMetadata(payload(fields.value('metadata'))), payload);
  const patch: ObservationPatch = {
    kind: 'observation',
    id: fields.id('id') ?? fields.refuse('id', 'the id of the observation') ?? '',
    traceId: fields.id('traceId') ?? fields.refuse('traceId', 'the trace it belongs to') ?? '',
    at: startTime ?? 0,
    startTime,
    parentId,
    type: knownOf(OBSERVATION_TYPES, fields.value('type')),
    name: fields.text('name'),
    endTime: fields.time('endTime'),
    completionStartTime: fields.time('completionStartTime'),
    ...levelUnlessInterrupted(knownOf(OBSERVATION_LEVELS, fields.value('level')), statusMessage),
    statusMessage,
    model: fields.text('model') ?? fields.text('providedModelName'),
    modelParameters: objectOf(fields.value('modelParameters')),
    usage: readUsage(json),
    cost: readCost(json),
    prompt: promptOf(fields),
    environment: fields.text('environment') ?? undefined,
    version: fields.text('version'),
    // Older versions do not tell.
    isAppRoot: parentId !== null && fields.flag('isRootObservation') === true ? true : undefined,
    graph: graphTaskOf(metadata),
    tools: toolsOfInput(input),
    input,
    output: payload(fields.value('output')),
    metadata,
  };
  return fields.problem === null ? patch : { problem: fields.problem };
}

/** A word of a newer server that nobody knew when this was written costs no record. */
function knownOf<Word extends string>(
  words: readonly Word[],
  value: JsonValue | undefined,
): Word | undefined {
  return words.find((word) => word === value);
}

/** Some servers give an object as its text. */
function objectOf(value: JsonValue | undefined): JsonObject | undefined {
  const read = typeof value === 'string' ? parseEmbeddedJson(value) : value;
  return isJsonObject(read) ? read : undefined;
}

function promptOf(fields: FieldReader) {
  const name = fields.text('promptName');
  const version = fields.integer('promptVersion');
  return typeof name === 'string' && version !== undefined ? { name, version } : undefined;
}

function membersOf(
  metadata: JsonObject | undefined,
  payload: (value: JsonValue) => JsonValue | undefined,
): JsonObject | undefined {
  if (metadata === undefined) return undefined;
  const members = Object.entries(metadata).map(([key, value]) => [key, payload(value) ?? null] as const);
  return Object.fromEntries(members);
}
