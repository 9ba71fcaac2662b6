import type { Filter } from '../filter.ts';
import type { View } from '../view-record.ts';
import { parseOne } from './parse-filter-text.ts';
import { TextReader } from './text-reader.ts';

/** A stretch of a filter text that says one condition. */
export interface FilterTextPart {
  /** In UTF-16 units from the start of the text. */
  readonly start: number;
  /** Where it ends, not included. */
  readonly end: number;
  /** What it says; the filter that everything meets where it has mistakes. */
  readonly filter: Filter;
}

/**
 * The conditions of a text that all have to be met, with where they stand; `null` where the text is sides of an OR.
 *
 * ```
 *   rate limit  level:ERROR -(env:dev OR env:test)
 *   ├────────┤  ├─────────┤ ├────────────────────┤
 * ```
 */
export function filterTextParts(text: string, view: View): readonly FilterTextPart[] | null {
  const reader = new TextReader(text);
  const parts: FilterTextPart[] = [];
  for (;;) {
    reader.skipSpace();
    if (reader.isAtEnd) return parts;
    if (reader.isAt('OR')) return null;
    if (reader.take('AND')) continue;
    const start = reader.position;
    // Closes nothing, and is a mistake of its own.
    const filter: Filter = reader.take(')') ? { and: [] } : parseOne(reader, view);
    parts.push({ start, end: reader.position, filter });
  }
}
