import type { Cost, Usage } from '../../model/observation.ts';
import type { Tokens, Usd } from '../../model/units.ts';

/** One line of a usage and cost table. */
export interface BreakdownRow {
  /** The usage key: `input`, `output`, `input_cached_tokens`, … */
  readonly key: string;
  /** `null` where only a cost is known. */
  readonly units: Tokens | null;
  /** `null` where the key has no price. */
  readonly cost: Usd | null;
  /** What one unit came to: exact for computed costs, an average for costs that clients sent; `null` where unknown. */
  readonly unitPrice: Usd | null;
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
    .map((key) => {
      const units = usage[key] ?? null;
      const amount = cost[key] ?? null;
      return { key, units, cost: amount, unitPrice: unitPrice(units, amount) };
    });
}

/** Rounded to the digits that a price has, so that a division leaves no noise. */
function unitPrice(units: Tokens | null, cost: Usd | null): Usd | null {
  return units === null || units === 0 || cost === null ? null : Number((cost / units).toPrecision(9));
}

function rankOf(key: string): number {
  if (key === 'input') return 0;
  if (key.includes('input')) return 1;
  if (key === 'output') return 2;
  return key.includes('output') ? 3 : 4;
}
