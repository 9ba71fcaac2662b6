import type { ObservationPatch, Patch } from '@oriel/core';
import type { Pricer } from '@oriel/core/pricing';

export interface PricedPatches {
  /** Patches without a cost to compute come back themselves. */
  readonly patches: readonly Patch[];
  readonly priced: number;
  /** Calls with usage that nobody knows the price of. */
  readonly unpriced: number;
}

/**
 * Adds costs to observations that came whole, as OpenTelemetry spans do: all it takes is in the patch. Those that come
 * in pieces are priced once they are stored (`priceStored`), because no piece knows the others.
 */
export function pricePatches(patches: readonly Patch[], pricer: Pricer): PricedPatches {
  let rewritten: Patch[] | undefined;
  let priced = 0;
  let unpriced = 0;
  for (const [index, patch] of patches.entries()) {
    if (patch.kind !== 'observation' || patch.usage === undefined || isPiece(patch)) continue;
    const answer = pricer.price(patch);
    if (answer.status === 'unpriced') unpriced += 1;
    if (answer.status !== 'priced') continue;
    priced += 1;
    (rewritten ??= [...patches])[index] = {
      ...patch,
      computedCost: answer.cost,
      provenance: { ...patch.provenance, pricing: answer.pricing },
    };
  }
  return { patches: rewritten ?? patches, priced, unpriced };
}

/** Clients that send an observation in pieces say which piece each is. */
export function isPiece(patch: ObservationPatch): boolean {
  return patch.mode !== undefined;
}
