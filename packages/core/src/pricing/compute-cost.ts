import type { Cost, Usage } from '../model/observation.ts';
import type { Usd } from '../model/units.ts';
import { addDecimals, multiplyDecimals, toDecimal, toNumber, unitsAtScale } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { hasAmounts } from './has-amounts.ts';

/** Prices of a tier as integers of one scale, so that costs are exact until they become doubles again. */
export interface ScaledPrices {
  /** Powers of ten, as many for every price. */
  readonly scale: number;
  /** `10 ** scale` where a double holds it exactly, else `undefined`. */
  readonly divisor: number | undefined;
  /** Price times the divisor by usage key; `undefined` where a double does not hold that. */
  readonly integers: ReadonlyMap<string, number | undefined>;
  readonly decimals: ReadonlyMap<string, Decimal>;
}

export interface ComputedCost {
  /** Empty when no key has a price. */
  readonly cost: Cost;
  readonly total: Usd;
  /** Keys with units but no price. `total` is never among them. */
  readonly unpriced: readonly string[];
}

/** Doubles hold powers of ten exactly up to this one. */
const MAX_EXACT_SCALE = 22;

export function scalePrices(prices: Readonly<Record<string, Usd>>): ScaledPrices {
  const decimals = new Map(Object.entries(prices).map(([key, price]) => [key, toDecimal(price)]));
  const scale = Math.max(0, ...[...decimals.values()].map((decimal) => decimal.scale));
  const integers = new Map(
    [...decimals].map(([key, decimal]) => {
      const units = unitsAtScale(decimal, scale);
      return [key, units <= Number.MAX_SAFE_INTEGER ? Number(units) : undefined];
    }),
  );
  return { scale, divisor: scale <= MAX_EXACT_SCALE ? 10 ** scale : undefined, integers, decimals };
}

/**
 * The cost of usage, exact to the last digit of a double (reference 1.8): each key times the price of exactly this
 * key. `total` is the cost of `total` where that has a price, else the sum.
 *
 * Doubles that hold integers are exact, and so is dividing one by a power of ten once; where numbers grow beyond
 * that, big integers take over. Neither ever adds fractions.
 */
export function computeCost(usage: Usage, prices: ScaledPrices): ComputedCost {
  const { divisor, integers } = prices;
  if (divisor === undefined) return computeLargeCost(usage, prices);
  const cost: Record<string, number> = {};
  let unpriced: string[] | undefined;
  let sum = 0;
  let totalOfTotal: number | undefined;
  for (const key in usage) {
    const units = usage[key] ?? 0;
    const price = integers.get(key);
    if (price === undefined) {
      if (integers.has(key)) return computeLargeCost(usage, prices);
      if (units > 0 && key !== 'total') (unpriced ??= []).push(key);
      continue;
    }
    const product = units * price;
    sum += product;
    if (!Number.isSafeInteger(product) || !Number.isSafeInteger(sum) || !Number.isInteger(units)) {
      return computeLargeCost(usage, prices);
    }
    if (key === 'total') {
      totalOfTotal = product / divisor;
      sum -= product;
    } else {
      cost[key] = product / divisor;
    }
  }
  return finished(cost, totalOfTotal ?? sum / divisor, totalOfTotal !== undefined, unpriced);
}

function computeLargeCost(usage: Usage, { decimals }: ScaledPrices): ComputedCost {
  const cost: Record<string, number> = {};
  let unpriced: string[] | undefined;
  let sum: Decimal = { units: 0n, scale: 0 };
  let totalOfTotal: number | undefined;
  for (const [key, units] of Object.entries(usage)) {
    const price = decimals.get(key);
    if (price === undefined || !Number.isFinite(units)) {
      if (units > 0 && key !== 'total') (unpriced ??= []).push(key);
      continue;
    }
    const product = multiplyDecimals(toDecimal(units), price);
    if (key === 'total') {
      totalOfTotal = toNumber(product);
    } else {
      cost[key] = toNumber(product);
      sum = addDecimals(sum, product);
    }
  }
  return finished(cost, totalOfTotal ?? toNumber(sum), totalOfTotal !== undefined, unpriced);
}

function finished(
  cost: Record<string, number>,
  total: number,
  isTotalPriced: boolean,
  unpriced: readonly string[] = [],
): ComputedCost {
  if (isTotalPriced || hasAmounts(cost)) cost['total'] = total;
  return { cost, total, unpriced };
}
