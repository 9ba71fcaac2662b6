'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useStoreContext } from '../provider/store-context.ts';
import type { ListQuery } from '../queries/list-query.ts';
import { sessionListQuery } from '../queries/session-list-query.ts';

/**
 * Loads sessions page by page and follows their changes.
 *
 * @example
 * const list = useSessionList({ filter: { field: 'environment', op: '=', value: 'production' } });
 * list.data?.pages.flatMap((page) => page.items)
 */
export function useSessionList(query?: ListQuery) {
  const { store, queryClient } = useStoreContext();
  return useInfiniteQuery(sessionListQuery(store.traces, query), queryClient);
}
