import type { Observation } from '../../model/observation.ts';

/** Units of a model were used and nobody knows what they cost: not the client, and no price list either. */
export function isUnpriced({ model, usage, cost }: Observation): boolean {
  if (model === null) return false;
  // Without a list of keys: this runs once for every observation.
  for (const key in cost) if (cost[key] !== undefined) return false;
  return totalUnits(usage) > 0;
}

function totalUnits(usage: Observation['usage']): number {
  let units = 0;
  for (const key in usage) units += usage[key] ?? 0;
  return units;
}
