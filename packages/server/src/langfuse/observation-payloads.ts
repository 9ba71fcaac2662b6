import { observationKey } from '@oriel/core';
import type { Observation, ObservationId, ObservationPayload, TraceId } from '@oriel/core';
import type { Call } from '../route.ts';

/** The payloads of a list of observations: one read for each trace they belong to. */
export async function readObservationPayloads(
  items: readonly Observation[],
  { store, request: { signal } }: Call,
): Promise<(observation: Observation) => ObservationPayload | null> {
  const idsOf = new Map<TraceId, ObservationId[]>();
  for (const { traceId, id } of items) {
    const ids = idsOf.get(traceId);
    if (ids) ids.push(id);
    else idsOf.set(traceId, [id]);
  }
  const payloads = new Map<string, ObservationPayload>();
  const reads = Array.from(idsOf, async ([traceId, observationIds]) => {
    const { observations } = await store.traces.readPayloads({ traceId, observationIds }, { signal });
    for (const payload of observations) payloads.set(keyOf(traceId, payload.id), payload);
  });
  await Promise.all(reads);
  return ({ traceId, id }) => payloads.get(keyOf(traceId, id)) ?? null;
}

function keyOf(traceId: TraceId, id: ObservationId): string {
  return observationKey({ traceId, id });
}
