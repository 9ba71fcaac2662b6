import type { JsonValue } from './json.ts';

/**
 * JSON text that is equal for equal values whatever the order of their keys. Gives a total order over values,
 * which merge rules need to break ties the same way everywhere.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(canonicalJson).join(',')}]`;
  const object = value as Readonly<Record<string, JsonValue>>;
  const members = Object.keys(object)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] ?? null)}`);
  return `{${members.join(',')}}`;
}
