import type { JsonValue } from '../../model/json.ts';
import { parseExactJson } from '../json/exact-json.ts';

/** What JSON text stands for; other values, and broken JSON, as they are. */
export function parseIfJson(value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  try {
    return parseExactJson(value);
  } catch {
    // A model may write broken arguments: those are shown as it wrote them.
    return value;
  }
}

/** The value where it is text. */
export function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
