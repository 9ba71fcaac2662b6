import type { TraceStore } from '@oriel/core';
import { listQuery } from './list-query.ts';
import type { ListQuery } from './list-query.ts';

/** Key and fetcher of a list of users, page by page. */
export function userListQuery(store: TraceStore, query?: ListQuery) {
  return listQuery(store, 'users', query);
}
