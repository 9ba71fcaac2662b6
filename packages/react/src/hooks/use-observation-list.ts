'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useStoreContext } from '../provider/store-context.ts';
import type { ListQuery } from '../queries/list-query.ts';
import { observationListQuery } from '../queries/observation-list-query.ts';

/**
 * Loads observations page by page and follows their changes.
 *
 * @example
 * const list = useObservationList({ filter: { field: 'model', op: '=', value: 'gpt-5-mini' } });
 * list.data?.pages.flatMap((page) => page.items)
 */
export function useObservationList(query?: ListQuery) {
  const { store, queryClient } = useStoreContext();
  return useInfiniteQuery(observationListQuery(store.traces, query), queryClient);
}
