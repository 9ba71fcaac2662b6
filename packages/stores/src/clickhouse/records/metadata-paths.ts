import { findField, isJsonObject } from '@oriel/core';
import type { FieldValue, JsonObject, RecordPayload } from '@oriel/core';
import { wellFormedText } from './encode-register.ts';

/** In front of the values of a list, which is no scalar even when it has one member. */
export const LIST_MARK = '[';

/**
 * Every path by which a query can reach into metadata, with what it finds there, as `metadata.<path>` of core reads it:
 * a column to look paths up in, so that no query has to take JSON apart.
 */
export function metadataPaths(metadata: JsonObject): Record<string, readonly string[]> {
  const paths: [string, readonly string[]][] = [];
  for (const path of pathsIn(metadata, '')) {
    const value = readPath(metadata, path);
    if (value !== null) paths.push([wellFormedText(path), tagged(value)]);
  }
  return Object.fromEntries(paths);
}

function pathsIn(value: JsonObject, prefix: string): string[] {
  return Object.entries(value).flatMap(([key, member]) => {
    const path = prefix + key;
    return isJsonObject(member) ? [path, ...pathsIn(member, `${path}.`)] : [path];
  });
}

function readPath(metadata: JsonObject, path: string): FieldValue {
  const payload: RecordPayload = { metadata, input: [], output: [], toolNames: [], convention: null };
  const record = {
    item: undefined as never,
    trace: null,
    observation: null,
    scores: [],
    payload: () => payload,
  };
  return findField('scores', `metadata.${path}`)?.read(record) ?? null;
}

function tagged(value: NonNullable<FieldValue>): readonly string[] {
  if (typeof value === 'object') return [LIST_MARK, ...value.map(tagScalar)];
  return [tagScalar(value)];
}

/** A value of any type as a text: numbers and booleans as JSON, texts after a quote. Equal texts are equal values. */
export function tagScalar(value: string | number | boolean): string {
  return typeof value === 'string' ? `"${wellFormedText(value)}` : JSON.stringify(value);
}

/** What {@link tagScalar} made a text of. */
export function untagScalar(text: string): string | number | boolean {
  return text.startsWith('"') ? text.slice(1) : (JSON.parse(text) as number | boolean);
}
