import { isJsonObject } from '@oriel/core';
import type { Cost, JsonObject, JsonValue } from '@oriel/core';

/** Costs as a client reports them: inside the old `usage` field, as a map of details, or both. */
export interface ProvidedCost {
  readonly usage?: JsonValue | undefined;
  readonly costDetails?: JsonValue | undefined;
}

/** Where the old `usage` field holds costs, by the key they are kept under. */
const LEGACY_COSTS = { inputCost: 'input', outputCost: 'output', totalCost: 'total' } as const;

/**
 * One map of US dollars (reference 1.8). A missing `total` is input plus output, but only where these are all
 * there is: a total over parts nobody summed would be a guess. `undefined` when nothing was provided.
 */
export function normalizeCost({ usage, costDetails }: ProvidedCost): Cost | undefined {
  const cost: Record<string, number> = {};
  if (isJsonObject(usage)) {
    for (const [name, key] of Object.entries(LEGACY_COSTS)) takeCost(cost, key, usage, name);
  }
  if (isJsonObject(costDetails)) {
    for (const key of Object.keys(costDetails)) takeCost(cost, key, costDetails, key);
  }
  const keys = Object.keys(cost);
  if (keys.length === 0) return undefined;
  if (keys.every((key) => key === 'input' || key === 'output')) {
    cost['total'] = addDecimals(cost['input'] ?? 0, cost['output'] ?? 0);
  }
  return cost;
}

function takeCost(cost: Record<string, number>, key: string, from: JsonObject, name: string): void {
  const value = from[name];
  if (typeof value === 'number' && value >= 0 && key !== '__proto__') cost[key] = value;
}

/** Fifteen digits are what a double holds of a decimal: 0.1 + 0.2 is 0.3 again. */
function addDecimals(left: number, right: number): number {
  return Number((left + right).toPrecision(15));
}
