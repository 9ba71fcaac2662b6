import { decodeCursor, StoreError } from '@oriel/core';
import type { EpochMs, PageQuery, View } from '@oriel/core';

/** Where a walk from the newest on goes on. */
export interface ListPlace {
  /** Where the evaluator's page ended. */
  readonly cursor: string;
  /** Nothing that is still to come is at or after it, by the time the server orders by. */
  readonly before: EpochMs;
}

export function encodePlace({ cursor, before }: ListPlace): string {
  return encodeURIComponent(JSON.stringify([before, cursor]));
}

/** @throws StoreError `bad-cursor` - not a cursor, or one of another list, filter or order. */
export function decodePlace(view: View, query: PageQuery, text: string): ListPlace {
  const [before, cursor] = parse(text);
  decodeCursor(view, query, cursor);
  return { before, cursor };
}

function parse(text: string): [EpochMs, string] {
  try {
    const parts = JSON.parse(decodeURIComponent(text)) as unknown;
    if (isPlace(parts)) return parts;
  } catch (cause) {
    throw noCursor(cause);
  }
  throw noCursor();
}

function isPlace(parts: unknown): parts is [EpochMs, string] {
  if (!Array.isArray(parts) || parts.length !== 2) return false;
  return typeof parts[0] === 'number' && typeof parts[1] === 'string';
}

function noCursor(cause?: unknown): StoreError {
  return new StoreError('bad-cursor', 'That is not a cursor of this store. Start again without one.', {
    cause,
  });
}
