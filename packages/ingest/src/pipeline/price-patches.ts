import type { ObservationPatch, Patch, PricingProvenance, Provenance } from '@oriel/core';
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
    const provenance = withPricing(patch.provenance, answer.pricing);
    (rewritten ??= [...patches])[index] = { ...patch, computedCost: answer.cost, provenance };
  }
  return { patches: rewritten ?? patches, priced, unpriced };
}

/** Member by member: the engine takes several times as long to add a member to what it copied as a whole. */
function withPricing(said: ObservationPatch['provenance'], pricing: PricingProvenance): Partial<Provenance> {
  const provenance: Record<string, unknown> = {};
  for (const member in said) provenance[member] = said[member as keyof Provenance];
  provenance['pricing'] = pricing;
  return provenance;
}

/** Clients that send an observation in pieces say which piece each is. */
export function isPiece(patch: ObservationPatch): boolean {
  return patch.mode !== undefined;
}
