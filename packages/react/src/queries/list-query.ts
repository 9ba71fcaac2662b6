import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Page, PageQuery, TraceStore, View, ViewItems } from '@oriel/core';
import { LIST_KINDS, LIST_METHODS } from './list-kinds.ts';
import { storeKey } from './query-keys.ts';
import { readPolicy } from './read-policy.ts';

/** What a list asks for; pages follow each other by themselves. */
export type ListQuery = Omit<PageQuery, 'cursor'>;

/** Key and fetcher of a list of any view, page by page. */
export function listQuery<V extends View>(store: TraceStore, view: V, query: ListQuery = {}) {
  return infiniteQueryOptions({
    ...readPolicy,
    queryKey: [...storeKey(store), LIST_KINDS[view], query],
    queryFn: ({ pageParam, signal }) =>
      store[LIST_METHODS[view]]({ ...query, cursor: pageParam }, { signal }) as Promise<Page<ViewItems[V]>>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // Until another filter or order is answered the last list stays: a table that blinks loses its reader's place.
    placeholderData: (last, asked) => (asked?.queryKey[1] === storeKey(store)[1] ? last : undefined),
  });
}
