import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import { exactNumber } from './exact-json.ts';
import type { JsonPath } from './json-outline-row.ts';

/** Values looked at between two pauses. */
const STEP = 2000;

/** More than anybody steps through; the count says that there are more. */
export const MAX_JSON_MATCHES = 10_000;

/**
 * Finds names and scalars that contain a text, in any case, in the order of the outline. Yields what it found so far
 * after every step, so that a page can stop it or let it wait; ends after `MAX_JSON_MATCHES`.
 */
export function* searchJson(
  value: JsonValue,
  text: string,
): Generator<readonly JsonPath[], readonly JsonPath[]> {
  const wanted = text.toLowerCase();
  const matches: JsonPath[] = [];
  if (wanted === '') return matches;
  const path: number[] = [];
  const pending: Cursor[] = [];
  if (isFound(value, wanted)) matches.push([]);
  else if (typeof value === 'object' && value !== null) pending.push(cursorOf(value));
  let looked = 0;
  for (let cursor = pending.at(-1); cursor; cursor = pending.at(-1)) {
    if (cursor.place === cursor.size) {
      pending.pop();
      path.pop();
      continue;
    }
    const { container, keys, place } = cursor;
    cursor.place += 1;
    const key = keys ? (keys[place] ?? '') : String(place);
    const member = (container as Readonly<Record<string, JsonValue>>)[key] ?? null;
    if ((keys && key.toLowerCase().includes(wanted)) || isFound(member, wanted, container, key)) {
      matches.push([...path, place]);
      if (matches.length === MAX_JSON_MATCHES) return matches;
    }
    if (typeof member === 'object' && member !== null) {
      path.push(place);
      pending.push(cursorOf(member));
    }
    looked += 1 + (typeof member === 'string' ? member.length >> 10 : 0);
    if (looked >= STEP) {
      looked = 0;
      yield matches;
    }
  }
  return matches;
}

interface Cursor {
  readonly container: JsonValue;
  readonly keys: readonly string[] | null;
  readonly size: number;
  place: number;
}

function cursorOf(container: JsonValue): Cursor {
  const keys = isJsonObject(container) ? Object.keys(container) : null;
  return { container, keys, size: keys?.length ?? (container as readonly JsonValue[]).length, place: 0 };
}

function isFound(value: JsonValue, wanted: string, container: JsonValue = null, key = ''): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(wanted);
  if (typeof value === 'object' && value !== null) return false;
  const text = typeof value === 'number' ? (exactNumber(container, key) ?? String(value)) : String(value);
  return text.toLowerCase().includes(wanted);
}
