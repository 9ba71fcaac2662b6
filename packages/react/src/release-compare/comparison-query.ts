import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { compareSides, findMovers } from '@oriel/core';
import type { CompareOptions, Mover, SideComparison, Sides, TraceStore } from '@oriel/core';
import { storeKey } from '../queries/query-keys.ts';
import { readPolicy } from '../queries/read-policy.ts';

/** What a comparison may be told. */
export type ComparisonOptions = Pick<CompareOptions, 'confidence' | 'scoreDirections'>;

/** A comparison of two sides, with what each name, model and tool adds to it. */
export interface ComparedReleases extends SideComparison {
  readonly movers: readonly Mover[];
}

/** Key and fetcher of a comparison of two sides. */
export function comparisonQuery(store: TraceStore, sides: Sides, options: ComparisonOptions = {}) {
  return queryOptions<ComparedReleases>({
    ...readPolicy,
    queryKey: [...storeKey(store), 'comparison', sides, options],
    queryFn: async ({ signal }) => {
      const [comparison, movers] = await Promise.all([
        compareSides(store, sides, { ...options, signal }),
        findMovers(store, sides, { signal }),
      ]);
      return { ...comparison, movers };
    },
    // While sides are chosen, the last comparison stays, and is marked as such.
    placeholderData: keepPreviousData,
  });
}
