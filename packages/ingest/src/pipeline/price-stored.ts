import { canonicalJson, totalCost } from '@oriel/core';
import type {
  EpochMs,
  Observation,
  ObservationPatch,
  ObservationPayload,
  Patch,
  TraceStore,
} from '@oriel/core';
import type { Pricer, Pricing } from '@oriel/core/pricing';
import { isPiece } from './price-patches.ts';

export interface StoredPrices {
  /** What remains to be written so that the costs are right. */
  readonly patches: readonly ObservationPatch[];
  readonly priced: number;
  readonly unpriced: number;
}

const NOTHING: StoredPrices = { patches: [], priced: 0, unpriced: 0 };

/** Ids in one question to the store. */
const IDS_PER_QUERY = 500;

interface Settings {
  readonly store: TraceStore;
  readonly pricer: Pricer;
  /** The time of arrival. */
  readonly at: EpochMs;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Prices observations of which pieces were just written, from what the store now knows of them (docs/decisions/0007).
 * The model may have come with the create, the usage with an update, in any order: whichever comes last finds the
 * other here. Computed costs carry the time of arrival, so the last one counts; what a client says counts before them.
 */
export async function priceStored(patches: readonly Patch[], settings: Settings): Promise<StoredPrices> {
  const pieces = patches.filter(
    (patch): patch is ObservationPatch =>
      patch.kind === 'observation' && isPiece(patch) && isAboutCost(patch),
  );
  if (pieces.length === 0) return NOTHING;
  const observations = await readObservations(pieces, settings);
  const payloads = await readPayloads(observations, settings);
  const missing: ObservationPatch[] = [];
  let priced = 0;
  let unpriced = 0;
  for (const observation of observations) {
    const payload = payloads.get(keyOf(observation));
    const isClientCost =
      (payload?.provenance.pricing ?? null) === null && totalCost(observation.cost) !== null;
    if (isClientCost) continue;
    const answer = settings.pricer.price({ ...observation, ...payload, cost: undefined });
    if (answer.status === 'unpriced') unpriced += 1;
    if (answer.status !== 'priced') continue;
    if (canonicalJson(answer.cost) === canonicalJson(observation.cost)) continue;
    priced += 1;
    missing.push(costPatch(observation, answer, settings.at));
  }
  return { patches: missing, priced, unpriced };
}

function isAboutCost({ model, usage, cost, modelParameters }: ObservationPatch): boolean {
  return [model, usage, cost, modelParameters].some((value) => value !== undefined && value !== null);
}

async function readObservations(
  pieces: readonly ObservationPatch[],
  { store, signal }: Settings,
): Promise<readonly Observation[]> {
  const keys = new Map(pieces.map((piece) => [keyOf(piece), piece]));
  const wanted = [...keys.values()];
  const found: Observation[] = [];
  for (let from = 0; from < wanted.length; from += IDS_PER_QUERY) {
    const some = wanted.slice(from, from + IDS_PER_QUERY);
    const filter = {
      and: [
        { field: 'traceId', op: 'any-of', value: [...new Set(some.map(({ traceId }) => traceId))] },
        { field: 'id', op: 'any-of', value: some.map(({ id }) => id) },
      ],
    } as const;
    let cursor: string | undefined;
    do {
      const page = await store.listObservations({ filter, limit: IDS_PER_QUERY, cursor }, { signal });
      found.push(...page.items.filter((observation) => keys.has(keyOf(observation))));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  return found;
}

async function readPayloads(
  observations: readonly Observation[],
  { store, signal }: Settings,
): Promise<ReadonlyMap<string, ObservationPayload>> {
  const idsByTrace = new Map<string, string[]>();
  for (const { traceId, id } of observations) {
    const ids = idsByTrace.get(traceId);
    if (ids) ids.push(id);
    else idsByTrace.set(traceId, [id]);
  }
  const payloads = new Map<string, ObservationPayload>();
  for (const [traceId, observationIds] of idsByTrace) {
    const answer = await store.readPayloads({ traceId, observationIds }, { signal });
    for (const payload of answer.observations) payloads.set(keyOf({ traceId, id: payload.id }), payload);
  }
  return payloads;
}

/** Ids of observations are unique in their trace only. */
function keyOf({ traceId, id }: Pick<Observation, 'traceId' | 'id'>): string {
  return `${traceId}\r${id}`;
}

function costPatch(
  { traceId, id, startTime, endTime }: Observation,
  { cost, pricing }: Extract<Pricing, { status: 'priced' }>,
  at: EpochMs,
): ObservationPatch {
  return {
    kind: 'observation',
    mode: 'update',
    // Not before the end, where a client's clock runs ahead of ours.
    at: Math.max(at, endTime ?? startTime),
    traceId,
    id,
    computedCost: cost,
    provenance: { pricing },
  };
}
