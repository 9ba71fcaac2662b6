import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';

/** Nesting beyond this says nothing in a line. */
const MAX_DEPTH = 6;

/**
 * A value as one line of at most about `limit` characters. However large the value is, only as much of it is looked
 * at as the line shows; what is left out is an `…`.
 */
export function previewJson(value: JsonValue, limit = 160): string {
  const parts: string[] = [];
  let left = limit;

  function write(text: string): void {
    parts.push(text.length > left ? `${text.slice(0, Math.max(0, left))}…` : text);
    left -= text.length;
  }

  function walk(item: JsonValue, depth: number): void {
    if (typeof item === 'string') {
      const line = oneLine(item, left);
      write(depth === 0 ? line : JSON.stringify(line));
    } else if (Array.isArray(item)) list(item as readonly JsonValue[], depth);
    else if (isJsonObject(item)) members(item, depth);
    else write(JSON.stringify(item));
  }

  function list(items: readonly JsonValue[], depth: number): void {
    if (depth >= MAX_DEPTH) return write('[…]');
    write('[');
    for (const [index, item] of items.entries()) {
      if (left <= 0) break;
      if (index > 0) write(', ');
      walk(item, depth + 1);
    }
    return write(']');
  }

  function members(object: { readonly [key: string]: JsonValue }, depth: number): void {
    if (depth >= MAX_DEPTH) return write('{…}');
    write('{');
    let isFirst = true;
    for (const key in object) {
      if (left <= 0) break;
      write(`${isFirst ? '' : ', '}${key}: `);
      walk(object[key] ?? null, depth + 1);
      isFirst = false;
    }
    return write('}');
  }

  walk(value, 0);
  return parts.join('').replace(/…[…\]}"]*$/, '…');
}

/**
 * What went in or out, as one line: of a conversation its last message, anything else as {@link previewJson} has it.
 */
export function previewPayload(value: JsonValue, limit = 160): string {
  const messages = isJsonObject(value) ? value['messages'] : value;
  const last = Array.isArray(messages) ? (messages as readonly JsonValue[]).at(-1) : value;
  if (last === undefined || !isJsonObject(last) || typeof last['role'] !== 'string')
    return previewJson(value, limit);
  const { role, content, tool_calls: calls, ...rest } = last;
  const said = content === null || content === undefined || content === '' ? (calls ?? rest) : content;
  return `${role}: ${previewJson(said, limit)}`;
}

/** Text around the first place where `needle` stands in one of some texts; `null` where it does not. */
export function snippetOf(texts: readonly string[], needle: string, limit = 160): string | null {
  const sought = needle.trim().toLowerCase();
  if (sought === '') return null;
  for (const text of texts) {
    const place = text.toLowerCase().indexOf(sought);
    if (place === -1) continue;
    const from = Math.max(0, place - Math.floor(limit / 4));
    const until = Math.min(text.length, Math.max(place + sought.length, from + limit));
    const line = oneLine(text.slice(from, until), limit * 2);
    return `${from > 0 ? '…' : ''}${line}${until < text.length ? '…' : ''}`;
  }
  return null;
}

function oneLine(text: string, limit: number): string {
  return text.slice(0, limit + 1).replaceAll(/\s+/g, ' ');
}
