import { infiniteQueryOptions } from '@tanstack/react-query';
import type { PageQuery, TraceStore } from '@oriel/core';
import { storeKey } from './query-keys.ts';
import { readPolicy } from './read-policy.ts';

/** What a list of traces asks for; pages follow each other by themselves. */
export type TraceListQuery = Omit<PageQuery, 'cursor'>;

/** Key and fetcher of a list of traces, page by page. */
export function traceListQuery(store: TraceStore, query: TraceListQuery = {}) {
  return infiniteQueryOptions({
    ...readPolicy,
    queryKey: [...storeKey(store), 'trace-list', query],
    queryFn: ({ pageParam, signal }) => store.listTraces({ ...query, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
