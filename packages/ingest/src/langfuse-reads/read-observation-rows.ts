import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue, TracePatch } from '@oriel/core';
import { parseEmbeddedJson } from '../json/parse-embedded-json.ts';
import { FieldReader } from '../langfuse/field-reader.ts';
import { observationPatch } from './read-observations.ts';
import { ADVICE, joinRecords, readEach } from './read-records.ts';
import type { ReadRecords } from './read-records.ts';

/**
 * The wide rows of `GET /v2/observations`: an observation, and what its trace says of itself. Texts that hold objects or
 * lists become values again; whether `42` was a number before it was stored cannot be known.
 */
export function readObservationRows(json: unknown): ReadRecords {
  return joinRecords([
    readEach(json, 'observations', (row) => observationPatch(row, textOrValue)),
    // A row that is no observation was told of already.
    { ...readEach(json, 'observations', tracePatchOf), rejected: [] },
  ]);
}

/** Longest value of metadata that comes without being asked for. */
const SHORT = 200;

/** The metadata keys of rows whose values may have been cut. */
export function cutMetadataKeys(json: unknown): readonly string[] {
  const keys = new Set<string>();
  for (const row of Array.isArray(json) ? (json as readonly JsonValue[]) : []) {
    const metadata = isJsonObject(row) ? row['metadata'] : undefined;
    if (!isJsonObject(metadata)) continue;
    for (const [key, value] of Object.entries(metadata)) {
      if (typeof value === 'string' && value.length >= SHORT) keys.add(key);
    }
  }
  return [...keys];
}

function textOrValue(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'string' ? parseEmbeddedJson(value) : value;
}

function tracePatchOf(row: JsonObject): TracePatch | { readonly problem: string } {
  const fields = new FieldReader(row, '', ADVICE);
  const patch: TracePatch = {
    kind: 'trace',
    id: fields.id('traceId') ?? fields.refuse('traceId', 'the trace it belongs to') ?? '',
    at: fields.time('startTime') ?? 0,
    // Rows of one trace may differ in what they carry: one that says nothing takes nothing back.
    name: fields.text('traceName') || undefined,
    userId: fields.text('userId') || undefined,
    sessionId: fields.text('sessionId') || undefined,
    release: fields.text('release') || undefined,
    tags: fields.texts('tags'),
    public: fields.flag('public'),
  };
  return fields.problem === null ? patch : { problem: fields.problem };
}
