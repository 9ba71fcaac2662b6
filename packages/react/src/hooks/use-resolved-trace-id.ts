'use client';

import { useQuery } from '@tanstack/react-query';
import { useStoreContext } from '../provider/store-context.ts';
import { resolvedTraceQuery } from '../queries/resolved-trace-query.ts';

/**
 * Finds the trace that an id of your own means, such as an order number. `data` is `null` when it means none.
 *
 * @example
 * const traceId = useResolvedTraceId('order-4711').data;
 */
export function useResolvedTraceId(anyId: string) {
  const { store, queryClient } = useStoreContext();
  return useQuery(resolvedTraceQuery(store.traces, anyId), queryClient);
}
