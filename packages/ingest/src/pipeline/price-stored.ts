import { observationKey } from '@oriel/core';
import type { EpochMs, Observation, ObservationPatch, Patch, TraceStore } from '@oriel/core';
import { costPatch, priceAgain } from '@oriel/core/pricing';
import type { Pricer } from '@oriel/core/pricing';
import { isPiece } from './price-patches.ts';

export interface StoredPrices {
  /** What remains to be written so that the costs are right. */
  readonly patches: readonly ObservationPatch[];
  readonly priced: number;
  readonly unpriced: number;
}

/** Observations in one question to the store. */
const CHUNK = 500;

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
export async function priceStored(
  patches: readonly Patch[],
  { store, pricer, at, signal }: Settings,
): Promise<StoredPrices> {
  const missing: ObservationPatch[] = [];
  let priced = 0;
  let unpriced = 0;
  const pieces = touchedPieces(patches);
  for (let from = 0; from < pieces.length; from += CHUNK) {
    const observations = await readObservations(store, pieces.slice(from, from + CHUNK), signal);
    for (const item of await priceAgain(store, observations, { pricer, signal })) {
      if (item.outcome === 'unpriced' || item.outcome === 'outdated') unpriced += 1;
      if (item.outcome === 'outdated') missing.push(costPatch(item.observation, null, at));
      if (item.outcome !== 'changed') continue;
      priced += 1;
      missing.push(costPatch(item.observation, item.answer, at));
    }
  }
  return { patches: missing, priced, unpriced };
}

/** One piece of each observation whose cost may be another now. */
function touchedPieces(patches: readonly Patch[]): readonly ObservationPatch[] {
  const pieces = new Map<string, ObservationPatch>();
  for (const patch of patches) {
    if (patch.kind === 'observation' && isPiece(patch) && isAboutCost(patch))
      pieces.set(observationKey(patch), patch);
  }
  return [...pieces.values()];
}

function isAboutCost({ model, usage, cost, modelParameters }: ObservationPatch): boolean {
  return [model, usage, cost, modelParameters].some((value) => value !== undefined && value !== null);
}

async function readObservations(
  store: TraceStore,
  pieces: readonly ObservationPatch[],
  signal: AbortSignal | undefined,
): Promise<readonly Observation[]> {
  const wanted = new Set(pieces.map(observationKey));
  const filter = {
    and: [
      { field: 'traceId', op: 'any-of', value: [...new Set(pieces.map(({ traceId }) => traceId))] },
      { field: 'id', op: 'any-of', value: pieces.map(({ id }) => id) },
    ],
  } as const;
  const found: Observation[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.listObservations({ filter, limit: CHUNK, cursor }, { signal });
    found.push(...page.items.filter((observation) => wanted.has(observationKey(observation))));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
