import { canonicalJson } from '../model/canonical-json.ts';
import type { Observation, ObservationPayload } from '../model/observation.ts';
import { observationKey } from '../model/observation-key.ts';
import type { ObservationPatch } from '../model/patch.ts';
import type { EpochMs } from '../model/units.ts';
import type { CallOptions } from '../store/call-options.ts';
import type { TraceStore } from '../store/trace-store.ts';
import type { Pricer, Pricing } from './create-pricer.ts';
import { hasAmounts } from './has-amounts.ts';

type PricedAnswer = Extract<Pricing, { status: 'priced' }>;

/**
 * An observation with what a pricer makes of it, beside what the store has. `skipped`: there is nothing to price;
 * `client-cost`: the client said what it cost, which nothing computed replaces. `outdated`: it has a computed cost, but
 * what is known of it now has no price.
 */
export type PricedAgain =
  | {
      readonly observation: Observation;
      readonly outcome: 'unchanged' | 'client-cost' | 'unpriced' | 'outdated' | 'skipped';
    }
  | { readonly observation: Observation; readonly outcome: 'changed'; readonly answer: PricedAnswer };

export interface PriceAgainOptions extends CallOptions {
  readonly pricer: Pricer;
}

/**
 * Prices observations that were read from a store, in order. Their payloads are read along, those of all traces at
 * once, so hand in some hundred at a time.
 *
 * @throws StoreError - what the store's `readPayloads` throws.
 */
export async function priceAgain(
  store: TraceStore,
  observations: readonly Observation[],
  { pricer, signal }: PriceAgainOptions,
): Promise<readonly PricedAgain[]> {
  const payloads = await readPayloads(store, observations, { signal });
  return observations.map((observation) =>
    compare(observation, payloads.get(observationKey(observation)), pricer),
  );
}

/**
 * The new cost of an observation as an update, not before its end, where a client's clock runs ahead of ours; `null`
 * takes the computed cost away.
 */
export function costPatch(
  { traceId, id, startTime, endTime }: Observation,
  answer: PricedAnswer | null,
  at: EpochMs,
): ObservationPatch {
  return {
    kind: 'observation',
    mode: 'update',
    at: Math.max(at, endTime ?? startTime),
    traceId,
    id,
    computedCost: answer === null ? null : answer.cost,
    ...(answer && { provenance: { pricing: answer.pricing } }),
  };
}

function compare(
  observation: Observation,
  payload: ObservationPayload | undefined,
  pricer: Pricer,
): PricedAgain {
  const { cost, model, usage, startTime } = observation;
  const pricing = payload?.provenance.pricing ?? null;
  if (hasAmounts(cost) && pricing === null) return { observation, outcome: 'client-cost' };
  const { modelParameters, metadata } = payload ?? {};
  const answer = pricer.price({ model, usage, startTime, modelParameters, metadata });
  if (answer.status !== 'priced') {
    return { observation, outcome: pricing === null ? answer.status : 'outdated' };
  }
  const isSame =
    canonicalJson(cost) === canonicalJson(answer.cost) &&
    canonicalJson({ ...pricing }) === canonicalJson({ ...answer.pricing });
  return isSame ? { observation, outcome: 'unchanged' } : { observation, outcome: 'changed', answer };
}

async function readPayloads(
  store: TraceStore,
  observations: readonly Observation[],
  { signal }: CallOptions,
): Promise<ReadonlyMap<string, ObservationPayload>> {
  const idsByTrace = new Map<string, string[]>();
  for (const { traceId, id } of observations) {
    const ids = idsByTrace.get(traceId);
    if (ids === undefined) idsByTrace.set(traceId, [id]);
    else ids.push(id);
  }
  const payloads = new Map<string, ObservationPayload>();
  await Promise.all(
    [...idsByTrace].map(async ([traceId, observationIds]) => {
      const answer = await store.readPayloads({ traceId, observationIds }, { signal });
      for (const payload of answer.observations)
        payloads.set(observationKey({ traceId, id: payload.id }), payload);
    }),
  );
  return payloads;
}
