import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import type { JsonPath } from './json-outline-row.ts';

const NAME = /^[A-Za-z_$][\w$]*$/;

/** A place as people write it in code and queries: `$.messages[0]["odd name"]`. */
export function jsonPathText(value: JsonValue, path: JsonPath): string {
  let text = '$';
  let inside = value;
  for (const place of path) {
    if (isJsonObject(inside)) {
      const key = Object.keys(inside)[place] ?? '';
      text += NAME.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
      inside = inside[key] ?? null;
    } else if (Array.isArray(inside)) {
      text += `[${place}]`;
      inside = (inside as readonly JsonValue[])[place] ?? null;
    }
  }
  return text;
}

/** The first characters of a value on one line, for a container that is folded. */
export function jsonPreview(value: JsonValue, length = 100): string {
  if (typeof value === 'string') return value.slice(0, length).replaceAll(/\s+/g, ' ');
  const isList = Array.isArray(value);
  if (!isList && !isJsonObject(value)) return JSON.stringify(value);
  const keys = isList ? null : Object.keys(value);
  const size = keys?.length ?? (value as readonly JsonValue[]).length;
  let text = '';
  for (let place = 0; place < size; place += 1) {
    const key = keys ? (keys[place] ?? '') : place;
    const member = (value as Readonly<Record<string | number, JsonValue>>)[key] ?? null;
    text += `${place > 0 ? ', ' : ''}${keys ? `${key}: ` : ''}${shortly(member)}`;
    if (text.length > length) return `${text.slice(0, length)}…`;
  }
  return text;
}

function shortly(value: JsonValue): string {
  if (typeof value === 'string') {
    const start = value.slice(0, 40).replaceAll(/\s+/g, ' ');
    return `"${start}${value.length > 40 ? '…' : ''}"`;
  }
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.length}]`;
  return isJsonObject(value) ? '{…}' : JSON.stringify(value);
}
