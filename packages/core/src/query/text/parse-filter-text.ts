import type { Filter } from '../filter.ts';
import type { View } from '../view-record.ts';
import type { FilterTextError } from './filter-text-error.ts';
import { parseTerm } from './parse-term.ts';
import { TextReader } from './text-reader.ts';

/** What a filter text says, or everything that is wrong with it. */
export type ParsedFilterText =
  | { readonly filter: Filter; readonly errors: readonly [] }
  | { readonly filter: null; readonly errors: readonly FilterTextError[] };

/**
 * Reads a filter as people write it. An empty text is the filter that everything meets.
 *
 *     level:ERROR env:prod          both             level:(ERROR OR WARNING)   any of
 *     level:ERROR OR latency:>2s    either           tags:(eu AND beta)         all of
 *     -env:dev  -(a:1 OR b:2)       not              latency:>2s  cost:<=0.01   in order
 *     name:chat                     exactly          name:*chat* chat* *chat    contains, begins, ends
 *     has:endTime  -has:endTime     has a value      startTime:2026-06-01       on that day (UTC)
 *     metadata.region:eu            in metadata      scores."Rouge Score":>=1   names with spaces
 *     rate limit  "rate limit"      a phrase in names, ids and payloads
 *     names:"chat"  names+ids:"x"   a phrase in some of names, ids, payloads, metadata
 *
 * AND binds closer than OR and goes without saying. Durations are in seconds unless they say `ms`, `m`, `h` or `d`.
 * `>2026-06-01` is after the first moment of that day. Words side by side are one phrase; two phrases in quotes are two conditions.
 */
export function parseFilterText(text: string, view: View): ParsedFilterText {
  const reader = new TextReader(text);
  const filter = parseEither(reader, view);
  while (!reader.isAtEnd) {
    const start = reader.position;
    reader.position += 1;
    reader.fail(start, 'This ) closes nothing. Remove it, or put a ( where its group begins.', '');
    parseEither(reader, view);
  }
  if (reader.errors.length === 0) return { filter, errors: [] };
  return { filter: null, errors: reader.errors.toSorted((a, b) => a.position - b.position) };
}

/** Groups inside groups: no person writes more, and the reader's own stack ends somewhere. */
const MAX_DEPTH = 100;

function parseEither(reader: TextReader, view: View): Filter {
  const parts = [parseAll(reader, view)];
  for (;;) {
    const start = reader.position;
    if (!reader.take('OR')) break;
    const isFirst = isEmpty(parts[0]) && parts.length === 1;
    const next = parseAll(reader, view);
    if (isFirst || isEmpty(next)) {
      reader.errors.push({
        position: start,
        length: 2,
        message:
          'OR stands between two conditions. Put one on either side, or "OR" in quotes to search for it.',
        suggestion: '"OR"',
      });
    }
    parts.push(next);
  }
  return parts.length === 1 ? (parts[0] as Filter) : { or: parts };
}

function isEmpty(filter: Filter | undefined): boolean {
  return filter === NOTHING;
}

/** What an empty text says. */
const NOTHING: Filter = { and: [] };

function parseAll(reader: TextReader, view: View): Filter {
  const parts: Filter[] = [];
  for (;;) {
    reader.skipSpace();
    if (reader.isAtEnd || reader.isAt(')') || reader.isAt('OR')) break;
    if (reader.take('AND')) continue;
    parts.push(parseOne(reader, view));
  }
  return parts.length === 0 ? NOTHING : parts.length === 1 ? (parts[0] as Filter) : { and: parts };
}

/** One condition or group, with the minus before it. */
export function parseOne(reader: TextReader, view: View): Filter {
  const start = reader.position;
  if (reader.depth >= MAX_DEPTH) {
    reader.position = reader.text.length;
    reader.fail(start, `Groups are nested more than ${MAX_DEPTH} deep. Say it with fewer parentheses.`);
    return NOTHING;
  }
  reader.depth += 1;
  const filter = parseNested(reader, view, start);
  reader.depth -= 1;
  return filter;
}

function parseNested(reader: TextReader, view: View, start: number): Filter {
  const isNot = reader.take('-') || reader.take('NOT');
  if (isNot) {
    reader.skipSpace();
    if (!reader.isAtEnd && !reader.isAt(')'))
      return negate(parseOne(reader, view), reader.text.charAt(start + 1));
    reader.fail(start, 'There is nothing here to leave out. Write what comes after it, as in -env:dev.', '');
    return NOTHING;
  }
  if (reader.take('!')) {
    reader.fail(start, 'Leave out with a minus, as in -env:dev; to search for a "!", put it in quotes.', '-');
    return parseOne(reader, view);
  }
  if (reader.take('(')) return parseGroup(reader, view, start);
  return parseTerm(reader, view);
}

function parseGroup(reader: TextReader, view: View, start: number): Filter {
  const filter = parseEither(reader, view);
  if (!reader.take(')')) {
    reader.fail(start, 'This group is not closed. Put a ) at its end.', `${reader.text.slice(start)})`);
  }
  return filter === NOTHING ? { and: [] } : filter;
}

/** The shortest way to say the opposite: the same as `{ not }`. */
function negate(filter: Filter, next: string): Filter {
  if (next === '(' || !('op' in filter)) return { not: filter };
  const { field, op } = filter;
  if (op === '=') return { field, op: '!=', value: filter.value };
  if (op === 'contains') return { field, op: 'not-contains', value: filter.value };
  if (op === 'any-of') return { field, op: 'none-of', value: filter.value };
  return op === 'is-not-null' ? { field, op: 'is-null' } : { not: filter };
}
