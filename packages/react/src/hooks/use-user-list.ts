'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useStoreContext } from '../provider/store-context.ts';
import type { ListQuery } from '../queries/list-query.ts';
import { userListQuery } from '../queries/user-list-query.ts';

/**
 * Loads users page by page and follows their changes.
 *
 * @example
 * const list = useUserList({ filter: { field: 'id', op: '=', value: 'ada' } });
 * list.data?.pages.flatMap((page) => page.items)
 */
export function useUserList(query?: ListQuery) {
  const { store, queryClient } = useStoreContext();
  return useInfiniteQuery(userListQuery(store.traces, query), queryClient);
}
