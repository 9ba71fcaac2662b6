'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useStoreContext } from '../provider/store-context.ts';
import type { ListQuery } from '../queries/list-query.ts';
import { scoreListQuery } from '../queries/score-list-query.ts';

/**
 * Loads scores page by page and follows their changes.
 *
 * @example
 * const list = useScoreList({ filter: { field: 'name', op: '=', value: 'helpfulness' } });
 * list.data?.pages.flatMap((page) => page.items)
 */
export function useScoreList(query?: ListQuery) {
  const { store, queryClient } = useStoreContext();
  return useInfiniteQuery(scoreListQuery(store.traces, query), queryClient);
}
