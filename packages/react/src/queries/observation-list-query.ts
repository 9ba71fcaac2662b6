import type { TraceStore } from '@oriel/core';
import { listQuery } from './list-query.ts';
import type { ListQuery } from './list-query.ts';

/** Key and fetcher of a list of observations, page by page. */
export function observationListQuery(store: TraceStore, query?: ListQuery) {
  return listQuery(store, 'observations', query);
}
