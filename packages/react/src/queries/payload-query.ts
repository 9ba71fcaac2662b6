import { queryOptions } from '@tanstack/react-query';
import type { ObservationPayload, TraceId, TracePayload, TraceStore, TraceTreeNodeId } from '@oriel/core';
import { storeKey } from './query-keys.ts';
import { readPolicy } from './read-policy.ts';

/** What went in and out of one node: an observation, or the trace as a whole. */
export type NodePayload = TracePayload | ObservationPayload;

/**
 * Key and fetcher of one payload; `null` when the store has none.
 *
 * @param nodeId - an observation's id, or `null` for the trace itself.
 */
export function payloadQuery(store: TraceStore, traceId: TraceId, nodeId: TraceTreeNodeId) {
  return queryOptions<NodePayload | null>({
    ...readPolicy,
    queryKey: [...storeKey(store), 'payload', traceId, nodeId],
    queryFn: async ({ signal }) => {
      const observationIds = nodeId === null ? [] : [nodeId];
      const payloads = await store.readPayloads({ traceId, observationIds }, { signal });
      return nodeId === null ? payloads.trace : (payloads.observations[0] ?? null);
    },
    structuralSharing: false,
  });
}
