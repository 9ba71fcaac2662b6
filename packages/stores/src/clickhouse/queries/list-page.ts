import { decodeCursor, DEFAULT_ORDER_FIELD, DEFAULT_PAGE_SIZE, encodeCursor } from '@oriel/core';
import type { CallOptions, Page, PageQuery, View, ViewItems } from '@oriel/core';
import { unitOrder } from '../sql/expressions.ts';
import { viewQuery } from '../sql/view-query.ts';
import { afterPosition, orderSql, readOrderValue } from './order-sql.ts';
import { readItems } from './read-items.ts';
import type { ItemKey, StoreReader } from './store-reader.ts';

/** Views whose items are unique in a trace only. */
const KEYED_BY_TRACE: readonly View[] = ['observations', 'scores'];

/** One page of a view, of a query that core's check let pass: first the keys of its items, then the items. */
export async function listPage<V extends View>(
  reader: StoreReader,
  view: V,
  query: PageQuery,
  options?: CallOptions,
): Promise<Page<ViewItems[V]>> {
  const limit = query.limit ?? DEFAULT_PAGE_SIZE;
  const found = await findKeys(reader, view, query, limit + 1, options);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    last && found.length > limit
      ? encodeCursor(view, query, { value: readOrderValue(last.orderValue), key: [last.id, last.traceId] })
      : null;
  return { items: await readItems(reader, view, page, query.traces, options), nextCursor };
}

interface FoundKey extends ItemKey {
  readonly orderValue: string;
}

function findKeys(
  { connection, tables }: StoreReader,
  view: View,
  query: PageQuery,
  limit: number,
  options: CallOptions | undefined,
): Promise<FoundKey[]> {
  const after = query.cursor === undefined ? null : decodeCursor(view, query, query.cursor);
  const { field = DEFAULT_ORDER_FIELD[view], direction = 'desc' } = query.order ?? {};
  return connection.rows<FoundKey>(
    (parameters) => {
      const found = viewQuery({ view, tables, parameters, query });
      const order = orderSql(found.field(field), direction);
      const traceId = KEYED_BY_TRACE.includes(view) ? "ifNull(traceId, '')" : "''";
      const keys = ['idOrder', 'traceOrder'];
      const past = after === null ? '1' : afterPosition(after, direction, keys, parameters);
      return `SELECT key_id AS id, key_trace AS traceId, orderValue FROM (
        SELECT id AS key_id, ${traceId} AS key_trace, ${unitOrder('id')} AS idOrder, ${unitOrder(traceId)} AS traceOrder,
          ${order.columns.join(', ')}, ${order.value} AS orderValue
        ${found.from()})
      WHERE ${past}
      ORDER BY ${order.by}, ${keys.join(', ')}
      LIMIT ${parameters.count(limit)}`;
    },
    'list records',
    options,
  );
}
