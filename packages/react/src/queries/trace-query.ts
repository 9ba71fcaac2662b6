import { queryOptions } from '@tanstack/react-query';
import type { TraceId, TraceStore, TraceStructure } from '@oriel/core';
import { storeKey } from './query-keys.ts';
import { readPolicy } from './read-policy.ts';

/**
 * Key and fetcher of one trace, so a host can prefetch or invalidate what `useTrace` reads.
 *
 * @param anyId - the trace's id, or any id of yours that the store can resolve to it.
 */
export function traceQuery(store: TraceStore, anyId: TraceId) {
  return queryOptions<TraceStructure | null>({
    ...readPolicy,
    queryKey: [...storeKey(store), 'trace', anyId],
    queryFn: async ({ signal }) => {
      const trace = await store.readTrace(anyId, { signal });
      if (trace) return trace;
      const traceId = await store.resolveTraceId(anyId, {}, { signal });
      return traceId === null || traceId === anyId ? null : store.readTrace(traceId, { signal });
    },
    // Sharing compares every field of every observation, which takes longer than reading them.
    structuralSharing: false,
  });
}
