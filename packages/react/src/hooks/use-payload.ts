'use client';

import { useQuery } from '@tanstack/react-query';
import type { TraceId, TraceTreeNodeId } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';
import { payloadQuery } from '../queries/payload-query.ts';

/**
 * Loads input, output and metadata of an observation, or of the trace itself for `null`.
 *
 * @example
 * const payload = usePayload(traceId, observationId);
 * payload.data?.output
 */
export function usePayload(traceId: TraceId, nodeId: TraceTreeNodeId) {
  const { store, queryClient } = useStoreContext();
  return useQuery(payloadQuery(store.traces, traceId, nodeId), queryClient);
}
