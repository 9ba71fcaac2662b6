import { MAX_PAGE_SIZE } from '@oriel/core';
import type { AggregateQuery, Page, PageQuery, View } from '@oriel/core';
import type { QueryReader } from '../http/query-reader.ts';
import type { Call } from '../route.ts';

/** A page as Langfuse's older lists number them. */
export interface NumberedPage<Item> {
  readonly items: readonly Item[];
  readonly meta: PageMeta;
}

export interface PageMeta {
  readonly page: number;
  readonly limit: number;
  readonly totalItems: number;
  readonly totalPages: number;
}

export interface PageNumber {
  /** From 1. */
  readonly page: number;
  readonly limit: number;
}

const DEFAULT_LIMIT = 50;
const LAST_PAGE = 1_000_000;

/** @throws Refusal 400 - no page there can be. */
export function readPageNumber(query: QueryReader): PageNumber {
  return {
    page: query.integer('page', { min: 1, max: LAST_PAGE }) ?? 1,
    limit: query.integer('limit', { min: 1, max: MAX_PAGE_SIZE }) ?? DEFAULT_LIMIT,
  };
}

function pageMeta({ page, limit }: PageNumber, totalItems: number): PageMeta {
  return { page, limit, totalItems, totalPages: Math.ceil(totalItems / limit) };
}

/** A page of things that are all at hand. */
export function pageOf<Item>(items: readonly Item[], number: PageNumber): NumberedPage<Item> {
  const { page, limit } = number;
  return { items: items.slice((page - 1) * limit, page * limit), meta: pageMeta(number, items.length) };
}

/** A page of a store's list, with how many items there are in all. */
export async function readNumberedPage<Item>(
  { access, services, store, request }: Call,
  view: View,
  number: PageNumber,
  query: Omit<PageQuery, 'limit' | 'cursor'>,
  list: (query: PageQuery) => Promise<Page<Item>>,
): Promise<NumberedPage<Item>> {
  const { page, limit } = number;
  const { signal } = request;
  const { filter, traces } = query;
  const count: AggregateQuery = { view, filter, traces, measures: [{ aggregate: 'count' }] };
  const answer = await store.traces.aggregate(count, { signal });
  const totalItems = Number(answer.rows[0]?.values[0] ?? 0);
  const meta = pageMeta(number, totalItems);
  if (page > 1 && page > meta.totalPages) return { items: [], meta };
  const { pageCursors } = services;
  // What one sender may see is not what another may: pages are numbered for each of them.
  const name = JSON.stringify([access.kind, access.holder, access.scope, view, query, limit]);
  const cursor = pageCursors.get(name, page) ?? (await skipTo(page, limit, query, list));
  const found = await list({ ...query, limit, cursor });
  if (found.nextCursor !== null) pageCursors.set(name, page + 1, found.nextCursor);
  return { items: found.items, meta };
}

/** Walks to a page that nobody has come to yet. */
async function skipTo<Item>(
  page: number,
  limit: number,
  query: PageQuery,
  list: (query: PageQuery) => Promise<Page<Item>>,
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let left = (page - 1) * limit; left > 0; left -= MAX_PAGE_SIZE) {
    const { nextCursor } = await list({ ...query, cursor, limit: Math.min(left, MAX_PAGE_SIZE) });
    cursor = nextCursor ?? undefined;
  }
  return cursor;
}
