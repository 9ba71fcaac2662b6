'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useStoreContext } from '../provider/store-context.ts';
import { traceListQuery } from '../queries/trace-list-query.ts';
import type { TraceListQuery } from '../queries/trace-list-query.ts';

/**
 * Loads traces page by page and follows their changes.
 *
 * @example
 * const list = useTraceList({ filter: { field: 'userId', op: '=', value: 'ada' } });
 * list.data?.pages.flatMap((page) => page.items)
 */
export function useTraceList(query?: TraceListQuery) {
  const { store, queryClient } = useStoreContext();
  return useInfiniteQuery(traceListQuery(store.traces, query), queryClient);
}
