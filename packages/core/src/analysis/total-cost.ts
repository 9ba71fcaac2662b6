import type { Cost } from '../model/observation.ts';
import type { Usd } from '../model/units.ts';

/** What a cost map comes to: its total, else the sum of its keys; `null` when nothing was priced. */
export function totalCost(cost: Cost): Usd | null {
  if (cost['total'] !== undefined) return cost['total'];
  const amounts = Object.values(cost);
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
}
