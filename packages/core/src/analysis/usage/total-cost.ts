import type { Cost } from '../../model/observation.ts';
import type { Usd } from '../../model/units.ts';

/** What a cost map comes to: its total, else the sum of its keys; `null` when nothing was priced. */
export function totalCost(cost: Cost): Usd | null {
  if (cost['total'] !== undefined) return cost['total'];
  let sum: Usd | null = null;
  // Without a list of amounts: this runs once for every observation.
  for (const key in cost) sum = (sum ?? 0) + (cost[key] as number);
  return sum;
}
