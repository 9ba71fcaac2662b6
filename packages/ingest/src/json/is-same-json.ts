import type { JsonValue } from '@oriel/core';

/** True for equal JSON values. Stops at the first difference and allocates next to nothing. */
export function isSameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Readonly<Record<string, JsonValue>>;
  const right = b as Readonly<Record<string, JsonValue>>;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isSameJson(left[key], right[key]));
}
