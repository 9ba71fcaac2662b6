'use client';

import { useQuery } from '@tanstack/react-query';
import type { TraceId } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';
import { traceQuery } from '../queries/trace-query.ts';

/**
 * Loads one trace without payloads and follows its changes. `data` is `null` when the store does not know it.
 *
 * @param traceId - the trace's id, or any id of yours that the store can resolve to it.
 *
 * @example
 * const trace = useTrace('order-4711');
 * trace.data?.observations.length
 */
export function useTrace(traceId: TraceId) {
  const { store, queryClient } = useStoreContext();
  return useQuery(traceQuery(store.traces, traceId), queryClient);
}
