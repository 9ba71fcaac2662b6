import { queryOptions } from '@tanstack/react-query';
import type { Facet, FacetQuery, TraceStore } from '@oriel/core';
import { storeKey } from './query-keys.ts';
import { readPolicy } from './read-policy.ts';

/**
 * Key and fetcher of the values there are to filter by. Until a new answer arrives the last one stays, if it is about
 * the same fields: counts of a moment ago are better to look at than none.
 */
export function facetsQuery(store: TraceStore, query: FacetQuery) {
  return queryOptions<readonly Facet[]>({
    ...readPolicy,
    queryKey: [...storeKey(store), 'facets', query],
    queryFn: ({ signal }) => store.facets(query, { signal }),
    placeholderData: (last, asked) => {
      const [, number, , before] = asked?.queryKey ?? [];
      const isOfStore = number === storeKey(store)[1];
      return isOfStore && shapeOf(before as FacetQuery) === shapeOf(query) ? last : undefined;
    },
  });
}

/** What the members of an answer mean. */
function shapeOf({ view, fields }: FacetQuery): string {
  return JSON.stringify([view, fields]);
}
