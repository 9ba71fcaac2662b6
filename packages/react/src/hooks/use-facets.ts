'use client';

import { skipToken, useQuery } from '@tanstack/react-query';
import type { FacetQuery } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';
import { facetsQuery } from '../queries/facets-query.ts';

/**
 * Loads the values that fields have, with counts, and follows their changes. While another query loads, `data` is what
 * was there before it.
 *
 * @param query - `null` asks for nothing.
 *
 * @example
 * const facets = useFacets({ view: 'traces', fields: ['userId', 'tags'] });
 */
export function useFacets(query: FacetQuery | null) {
  const { store, queryClient } = useStoreContext();
  const options = facetsQuery(store.traces, query ?? NOTHING);
  return useQuery({ ...options, ...(query === null && { queryFn: skipToken }) }, queryClient);
}

const NOTHING: FacetQuery = { view: 'traces', fields: ['id'] };
