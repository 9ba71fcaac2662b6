import type { JsonValue } from '@oriel/core';
import { MAX_DEPTH, isTooDeep } from './json-depth.ts';
import { parseJson } from './parse-json.ts';

/**
 * Objects and lists that a client sent as text become values again. All other text stays what it is: whether
 * `42` or `true` was a string before it was sent cannot be known.
 */
export function parseEmbeddedJson(text: string): JsonValue {
  return looksLikeContainer(text) ? (parseJsonText(text) ?? text) : text;
}

/** The value of JSON text; `undefined` when it is none, or nests too deeply to be safe. */
export function parseJsonText(text: string): JsonValue | undefined {
  // Text this short cannot nest too deeply.
  if (text.length > MAX_DEPTH && isTooDeep(text)) return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Spares the parser nearly all text that is no container. */
function looksLikeContainer(text: string): boolean {
  const trimmed = text.trim();
  return (
    (trimmed.startsWith('{') && trimmed.endsWith('}')) || (trimmed.startsWith('[') && trimmed.endsWith(']'))
  );
}
