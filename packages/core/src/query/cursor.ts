import { canonicalJson } from '../model/canonical-json.ts';
import type { JsonValue } from '../model/json.ts';
import { StoreError } from '../store/store-error.ts';
import type { PageQuery } from './page.ts';
import type { View } from './view-record.ts';

/** Where a page ended: the last item's value of the order field, and its own key. */
export interface Position {
  readonly value: string | number | boolean | null;
  readonly key: readonly string[];
}

/** A position as an opaque text that only fits the query it came from. */
export function encodeCursor(view: View, query: PageQuery, position: Position): string {
  const text = JSON.stringify([fingerprint(view, query), position.value, position.key]);
  return encodeURIComponent(text);
}

/** @throws `bad-cursor` - not a cursor, or one of another view, filter or order. */
export function decodeCursor(view: View, query: PageQuery, cursor: string): Position {
  const [print, value, key] = parse(cursor);
  if (print !== fingerprint(view, query)) {
    throw new StoreError(
      'bad-cursor',
      'The cursor belongs to another list, filter or order. Start again without a cursor.',
    );
  }
  return { value, key };
}

function parse(cursor: string): [string, Position['value'], string[]] {
  try {
    const parts = JSON.parse(decodeURIComponent(cursor)) as unknown;
    if (isCursor(parts)) return parts;
  } catch (cause) {
    throw noCursor(cause);
  }
  throw noCursor();
}

function isCursor(parts: unknown): parts is [string, Position['value'], string[]] {
  if (!Array.isArray(parts) || parts.length !== 3) return false;
  const [print, value, key] = parts as unknown[];
  const isValue = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return typeof print === 'string' && isValue && isListOfTexts(key);
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function noCursor(cause?: unknown): StoreError {
  return new StoreError('bad-cursor', 'That is not a cursor of this store. Start again without one.', {
    cause,
  });
}

/** Short and stable: cursors travel in URLs. */
function fingerprint(view: View, { filter, traces, order }: PageQuery): string {
  const text = canonicalJson([view, filter ?? null, traces ?? null, order ?? null] as unknown as JsonValue);
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return (hash >>> 0).toString(36);
}
