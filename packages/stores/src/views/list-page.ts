import {
  answerPage,
  decodeCursor,
  DEFAULT_ORDER_FIELD,
  DEFAULT_PAGE_SIZE,
  encodeCursor,
  findField,
} from '@oriel/core';
import type { Page, PageQuery, View, ViewItems } from '@oriel/core';
import { firstRows } from './first-rows.ts';
import { positionOf } from './order-numbers.ts';
import type { Rows } from './view-column.ts';
import type { ViewRows } from './view-rows.ts';

/**
 * Checks a page's query as core does, on nothing: a mistake is an error whatever is stored.
 *
 * @throws `bad-query`, `bad-cursor`
 */
export function checkPage(view: View, query: PageQuery): void {
  answerPage(view, { traces: [], scores: [] }, query);
}

/**
 * One page of a view, of a query that {@link checkPage} let pass.
 *
 * @param rows - those of the view that meet the query's filter.
 * @throws PatchesNeeded
 */
export function listPage<V extends View>(
  view: ViewRows<V>,
  rows: Rows,
  query: PageQuery,
): Page<ViewItems[V]> {
  const limit = query.limit ?? DEFAULT_PAGE_SIZE;
  const after = query.cursor === undefined ? null : decodeCursor(view.view, query, query.cursor);
  const found = firstRows(view, rows, query, after, limit + 1);
  const page = found.slice(0, limit).map((row) => ({ row, record: view.record(row) }));
  const last = page.at(-1);
  const field = findField(view.view, query.order?.field ?? DEFAULT_ORDER_FIELD[view.view]);
  const nextCursor =
    last && found.length > limit
      ? encodeCursor(view.view, query, {
          value: positionOf(field?.read(last.record) ?? null),
          key: view.keyOf(last.row),
        })
      : null;
  return { items: page.map(({ record }) => record.item), nextCursor };
}
