import type { Cost, Usage } from '../model/observation.ts';
import type { Tokens, Usd } from '../model/units.ts';

/** One line of a usage and cost table. */
export interface BreakdownRow {
  /** The usage key: `input`, `output`, `input_cached_tokens`, … */
  readonly key: string;
  /** `null` where only a cost is known. */
  readonly units: Tokens | null;
  /** `null` where the key has no price. */
  readonly cost: Usd | null;
}

/**
 * Usage and cost by key, input before output before the rest, each followed by its details. The total is left
 * out: it is the line below the table.
 */
export function breakdownRows(usage: Usage, cost: Cost): BreakdownRow[] {
  const keys = new Set([...Object.keys(usage), ...Object.keys(cost)]);
  keys.delete('total');
  return [...keys]
    .toSorted((left, right) => rankOf(left) - rankOf(right) || (left < right ? -1 : 1))
    .map((key) => ({ key, units: usage[key] ?? null, cost: cost[key] ?? null }));
}

function rankOf(key: string): number {
  if (key === 'input') return 0;
  if (key.includes('input')) return 1;
  if (key === 'output') return 2;
  return key.includes('output') ? 3 : 4;
}
