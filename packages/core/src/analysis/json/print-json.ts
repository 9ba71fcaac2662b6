import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import { exactNumber } from './exact-json.ts';

/** A value as text to read, and whether there is more of it. */
export interface PrintedJson {
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * A value as `JSON.stringify` would indent it, numbers as they were written and a text as it is.
 *
 * @param limit - most characters, about. What lies beyond is not looked at, so the beginning of 20 MB costs what the
 * beginning of a word does. Default: everything.
 */
export function printJson(value: JsonValue, limit: number = Number.POSITIVE_INFINITY): PrintedJson {
  if (typeof value === 'string') {
    const end = cutAt(value, limit);
    return { text: value.slice(0, end), isCut: end < value.length };
  }
  const lines: string[] = [];
  let left = limit;
  let isCut = false;
  // A stack of our own: how deep a value is nested is up to its sender.
  const open: Open[] = [];
  let line = '';

  function endLine(): void {
    lines.push(line);
    left -= line.length + 1;
  }

  function begin(item: JsonValue, prefix: string, exact: string | undefined): void {
    line = prefix;
    const isList = Array.isArray(item);
    if (!isList && !isJsonObject(item)) {
      const text =
        typeof item === 'string' && item.length > left ? item.slice(0, cutAt(item, Math.max(0, left))) : item;
      isCut ||= text !== item;
      line += exact ?? JSON.stringify(text);
      return;
    }
    const keys = isList ? null : Object.keys(item);
    const items = isList ? (item as readonly JsonValue[]) : null;
    const count = keys?.length ?? items?.length ?? 0;
    line += isList ? '[' : '{';
    if (count === 0) line += isList ? ']' : '}';
    else open.push({ item, keys, items, count, next: 0 });
  }

  begin(value, '', undefined);
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    if (frame.next > 0 && frame.next < frame.count) line += ',';
    endLine();
    if (left <= 0) {
      isCut = true;
      break;
    }
    if (frame.next === frame.count) {
      open.pop();
      line = `${'  '.repeat(open.length)}${frame.keys ? '}' : ']'}`;
      continue;
    }
    const indent = '  '.repeat(open.length);
    const key = frame.keys?.[frame.next];
    const child = frame.items
      ? frame.items[frame.next]
      : (frame.item as Readonly<Record<string, JsonValue>>)[key ?? ''];
    const exact = typeof child === 'number' ? exactNumber(frame.item, key ?? String(frame.next)) : undefined;
    frame.next += 1;
    begin(child ?? null, key === undefined ? indent : `${indent}${JSON.stringify(key)}: `, exact);
  }
  if (left > 0) lines.push(line);
  return { text: lines.join('\n'), isCut };
}

interface Open {
  readonly item: JsonValue;
  readonly keys: readonly string[] | null;
  readonly items: readonly JsonValue[] | null;
  readonly count: number;
  next: number;
}

/** Never between the halves of a surrogate pair, such as an emoji. */
function cutAt(text: string, length: number): number {
  if (length >= text.length) return text.length;
  const code = text.charCodeAt(length);
  return code >= 0xdc00 && code <= 0xdfff ? length - 1 : length;
}
