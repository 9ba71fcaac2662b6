import { queryOptions } from '@tanstack/react-query';
import type { AggregateAnswer, AggregateQuery, TraceStore } from '@oriel/core';
import { storeKey } from './query-keys.ts';
import { readPolicy } from './read-policy.ts';

/**
 * Key and fetcher of one aggregate, so a host can prefetch or invalidate what `useAggregate` reads.
 *
 * Until a new answer arrives the last one stays, if it answers the same question of other records: with another measure
 * or other groups its numbers would mean something else.
 */
export function aggregateQuery(store: TraceStore, query: AggregateQuery) {
  const shape = shapeOf(query);
  return queryOptions<AggregateAnswer>({
    ...readPolicy,
    queryKey: [...storeKey(store), 'aggregate', query],
    queryFn: ({ signal }) => store.aggregate(query, { signal }),
    placeholderData: (last, asked) => {
      const [, number, , before] = asked?.queryKey ?? [];
      const isOfStore = number === storeKey(store)[1];
      return isOfStore && shapeOf(before as AggregateQuery) === shape ? last : undefined;
    },
  });
}

/** What the numbers and rows of an answer mean. */
function shapeOf({ view, measures, dimensions = [], timeBucket }: AggregateQuery): string {
  return JSON.stringify([view, measures, dimensions, timeBucket?.unit, timeBucket?.timeZone]);
}
