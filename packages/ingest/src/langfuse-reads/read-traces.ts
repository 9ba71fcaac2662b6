import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue, TracePatch } from '@oriel/core';
import { bodyMetadata } from '../langfuse/body-metadata.ts';
import { FieldReader } from '../langfuse/field-reader.ts';
import { readObservations } from './read-observations.ts';
import { ADVICE, joinRecords, readEach } from './read-records.ts';
import type { ReadRecord, ReadRecords } from './read-records.ts';
import { readScores } from './read-scores.ts';

/** Traces as `GET /traces` lists them: the ids of what belongs to them are passed over. */
export function readTraces(json: unknown): ReadRecords {
  return readEach(json, 'traces', readTrace);
}

/** A whole trace as `GET /traces/{id}` gives it, with its observations and scores. */
export function readWholeTrace(json: unknown): ReadRecords {
  const { observations, scores } = isJsonObject(json as JsonValue) ? (json as JsonObject) : {};
  return joinRecords([readTraces([json]), readObservations(observations), readScores(scores)]);
}

/**
 * Langfuse has a record for nearly every trace, whether a client sent one or not, so it is not known of any: all count
 * as what their observations make.
 */
const readTrace: ReadRecord<TracePatch> = (json) => {
  const fields = new FieldReader(json, '', ADVICE);
  const timestamp = fields.time('timestamp') ?? fields.refuse('timestamp', 'the time of the trace');
  const patch: TracePatch = {
    kind: 'trace',
    id: fields.id('id') ?? fields.refuse('id', 'the id of the trace') ?? '',
    at: timestamp ?? 0,
    timestamp,
    name: fields.text('name'),
    userId: fields.text('userId'),
    sessionId: fields.text('sessionId'),
    environment: fields.text('environment') ?? undefined,
    release: fields.text('release'),
    version: fields.text('version'),
    tags: fields.texts('tags'),
    public: fields.flag('public'),
    input: fields.value('input'),
    output: fields.value('output'),
    metadata: bodyMetadata(fields.value('metadata')),
  };
  return fields.problem === null ? patch : { problem: fields.problem };
};
