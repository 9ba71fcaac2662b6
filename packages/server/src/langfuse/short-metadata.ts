import type { JsonObject, JsonValue } from '@oriel/core';

/** Longest value that is given without being asked for. */
const LENGTH = 200;

/** Metadata with long values cut, except those that are wanted whole. */
export function shortMetadata(metadata: JsonObject, whole: ReadonlySet<string>): JsonObject {
  const entries = Object.entries(metadata).map(([key, value]) => [key, whole.has(key) ? value : cut(value)]);
  return Object.fromEntries(entries) as JsonObject;
}

function cut(value: JsonValue): JsonValue {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= LENGTH ? value : text.slice(0, LENGTH);
}
