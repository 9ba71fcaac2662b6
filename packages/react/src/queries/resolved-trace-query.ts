import { queryOptions } from '@tanstack/react-query';
import type { TraceId, TraceStore } from '@oriel/core';
import { storeKey } from './query-keys.ts';
import { readPolicy } from './read-policy.ts';

/** Key and fetcher of the trace that an id of the host's own means; `null` when it means none. */
export function resolvedTraceQuery(store: TraceStore, anyId: string) {
  return queryOptions<TraceId | null>({
    ...readPolicy,
    queryKey: [...storeKey(store), 'resolved-trace', anyId],
    queryFn: ({ signal }) => store.resolveTraceId(anyId, {}, { signal }),
  });
}
