'use client';

import { skipToken, useQuery } from '@tanstack/react-query';
import type { AggregateQuery } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';
import { aggregateQuery } from '../queries/aggregate-query.ts';

/**
 * Asks one question about many records and follows their changes, about once a second however much is written. While
 * the answer for another filter or time is read, the last one stays and `isPlaceholderData` is `true`.
 *
 * @param query - `null` asks nothing.
 *
 * @example
 * const errors = useAggregate({ view: 'traces', measures: [{ aggregate: 'count' }], dimensions: ['level'] });
 * errors.data?.rows.map(({ group, values }) => [group[0], values[0]]);
 */
export function useAggregate(query: AggregateQuery | null) {
  const { store, queryClient } = useStoreContext();
  const asked = aggregateQuery(store.traces, query ?? NOTHING);
  return useQuery(query === null ? { ...asked, queryFn: skipToken } : asked, queryClient);
}

const NOTHING: AggregateQuery = { view: 'traces', measures: [] };
