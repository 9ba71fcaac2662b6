import { StoreError } from '../store/store-error.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Position } from './cursor.ts';
import { DEFAULT_ORDER_FIELD, VIEW_FIELDS } from './fields.ts';
import type { FieldReader } from './fields.ts';
import { checkFilter, matches } from './matches.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './page.ts';
import type { Page, PageQuery } from './page.ts';
import type { View, ViewItems, ViewRecord } from './view-record.ts';

/**
 * The reference evaluator: one page of a view, found by looking at every record. It is the definition of the
 * query language; a store may be faster, never different.
 *
 * @throws `bad-query`, `bad-cursor`
 */
export function answerPage<V extends View>(
  view: V,
  records: readonly ViewRecord<ViewItems[V]>[],
  query: PageQuery = {},
): Page<ViewItems[V]> {
  const fields = VIEW_FIELDS[view];
  const limit = checkLimit(query.limit ?? DEFAULT_PAGE_SIZE);
  if (query.filter) checkFilter(fields, query.filter);
  const compare = comparePositions(query);
  const place = positionReader(view, fields, query);
  const after = query.cursor === undefined ? null : decodeCursor(view, query, query.cursor);

  const rest = records
    .filter((record) => query.filter === undefined || matches(fields, record, query.filter))
    .map(({ item }) => ({ item, position: place(item) }))
    .filter(({ position }) => after === null || compare(position, after) > 0)
    .toSorted((a, b) => compare(a.position, b.position));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = last && rest.length > limit ? encodeCursor(view, query, last.position) : null;
  return { items: page.map(({ item }) => item), nextCursor };
}

function checkLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE_SIZE) return limit;
  throw new StoreError(
    'bad-query',
    `A page holds 1 to ${MAX_PAGE_SIZE} items, not ${limit}. Ask for more pages instead.`,
  );
}

function positionReader<Item extends { readonly id: string; readonly traceId?: string | null }>(
  view: View,
  fields: Readonly<Record<string, FieldReader<Item>>>,
  { order }: PageQuery,
): (item: Item) => Position {
  const name = order?.field ?? DEFAULT_ORDER_FIELD[view];
  const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (read === undefined) {
    const known = Object.keys(fields).join(', ');
    throw new StoreError(
      'bad-query',
      `A list of ${view} cannot be ordered by "${name}". Use one of: ${known}.`,
    );
  }
  return (item) => {
    const value = read(item);
    // An observation's id is unique in its trace only.
    return {
      value: Array.isArray(value) ? value.join() : (value as Position['value']),
      key: [item.id, item.traceId ?? ''],
    };
  };
}

/** Missing values last in either direction; numbers before texts; ties by id, upwards. */
function comparePositions({ order }: PageQuery): (a: Position, b: Position) => number {
  const sign = order?.direction === 'asc' ? 1 : -1;
  return (a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || compareKeys(a.key, b.key);
    }
    return sign * compareValues(a.value, b.value) || compareKeys(a.key, b.key);
  };
}

function compareValues(a: string | number | boolean, b: string | number | boolean): number {
  const types = Number(typeof a === 'string') - Number(typeof b === 'string');
  return types || (a < b ? -1 : a > b ? 1 : 0);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}
