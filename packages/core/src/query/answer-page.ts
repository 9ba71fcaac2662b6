import { StoreError } from '../store/store-error.ts';
import { checkFilter } from './check-filter.ts';
import { compareScalars } from './compare-scalars.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Position } from './cursor.ts';
import { DEFAULT_ORDER_FIELD, requireField } from './fields/view-fields.ts';
import { matches } from './matches.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './page.ts';
import type { Page, PageQuery } from './page.ts';
import type { StoreContents } from './store-contents.ts';
import { viewRecords } from './view-records.ts';
import type { View, ViewItems, ViewRecord } from './view-record.ts';

/**
 * The reference evaluator: one page of a view, found by looking at every record. It is the definition of the
 * query language; a store may be faster, never different.
 *
 * @throws `bad-query`, `bad-cursor`
 */
export function answerPage<V extends View>(
  view: V,
  contents: StoreContents,
  query: PageQuery = {},
): Page<ViewItems[V]> {
  const limit = checkLimit(query.limit ?? DEFAULT_PAGE_SIZE);
  if (query.filter) checkFilter(view, query.filter);
  if (query.traces) checkFilter('traces', query.traces);
  const compare = comparePositions(query);
  const place = positionReader(view, query);
  const after = query.cursor === undefined ? null : decodeCursor(view, query, query.cursor);

  const rest = viewRecords(view, contents, query.traces)
    .filter((record) => query.filter === undefined || matches(view, record, query.filter))
    .map((record) => ({ item: record.item, position: place(record) }))
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

function positionReader<V extends View>(
  view: V,
  { order }: PageQuery,
): (record: ViewRecord<ViewItems[V]>) => Position {
  const name = order?.field ?? DEFAULT_ORDER_FIELD[view];
  const field = requireField(view, name);
  if (field.type === 'payload') {
    throw new StoreError('bad-query', `A list cannot be ordered by "${name}": it is a whole payload.`);
  }
  return (record) => {
    const value = field.read(record);
    const item: ViewItems[View] = record.item;
    return {
      value: Array.isArray(value) ? value.join() || null : (value as Position['value']),
      // An observation's id is unique in its trace only.
      key: [item.id, 'traceId' in item ? (item.traceId ?? '') : ''],
    };
  };
}

/** Missing values last in either direction; ties by id, upwards. */
function comparePositions({ order }: PageQuery): (a: Position, b: Position) => number {
  const sign = order?.direction === 'asc' ? 1 : -1;
  return (a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || compareKeys(a.key, b.key);
    }
    return sign * compareScalars(a.value, b.value) || compareKeys(a.key, b.key);
  };
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}
