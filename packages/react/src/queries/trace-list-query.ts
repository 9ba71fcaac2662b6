import type { TraceStore } from '@oriel/core';
import { listQuery } from './list-query.ts';
import type { ListQuery } from './list-query.ts';

/** What a list of traces asks for; pages follow each other by themselves. */
export type TraceListQuery = ListQuery;

/** Key and fetcher of a list of traces, page by page. */
export function traceListQuery(store: TraceStore, query?: TraceListQuery) {
  return listQuery(store, 'traces', query);
}
