import type { Observation } from '../model/observation.ts';

/** Units of a model were used and nobody knows what they cost: not the client, and no price list either. */
export function isUnpriced({ model, usage, cost }: Observation): boolean {
  return model !== null && totalUnits(usage) > 0 && Object.keys(cost).length === 0;
}

function totalUnits(usage: Observation['usage']): number {
  let units = 0;
  for (const key in usage) units += usage[key] ?? 0;
  return units;
}
