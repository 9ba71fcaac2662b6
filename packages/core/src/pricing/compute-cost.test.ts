import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeCost, scalePrices } from './compute-cost.ts';

it('prices each key by its own name and adds up what has a price', () => {
  const prices = scalePrices({ input: 2.5e-6, input_cached_tokens: 1.25e-6, output: 1e-5 });

  expect(
    computeCost({ input: 60, input_cached_tokens: 40, output: 30, images: 2, total: 130 }, prices),
  ).toEqual({
    cost: { input: 0.00015, input_cached_tokens: 0.00005, output: 0.0003, total: 0.0005 },
    total: 0.0005,
    unpriced: ['images'],
  });
});

it('takes the price of total for the total where there is one', () => {
  const prices = scalePrices({ input: 1e-8, total: 2e-8 });

  expect(computeCost({ input: 1_000_000, total: 1_000_000 }, prices)).toEqual({
    cost: { input: 0.01, total: 0.02 },
    total: 0.02,
    unpriced: [],
  });
});

it('costs nothing rather than $0 where no key has a price', () => {
  expect(computeCost({ Input: 5, audio: 0, total: 5 }, scalePrices({ input: 1e-6 }))).toEqual({
    cost: {},
    total: 0,
    unpriced: ['Input'],
  });
});

it('costs $0 where the units are 0, or free', () => {
  expect(computeCost({ input: 0 }, scalePrices({ input: 1e-6 })).cost).toEqual({ input: 0, total: 0 });
  expect(computeCost({ input: 9 }, scalePrices({ input: 0 })).cost).toEqual({ input: 0, total: 0 });
});

const KEYS = ['input', 'output', 'cached', 'reasoning', 'other'];

/** Prices with as many digits as people write, down to a billionth of a cent. */
const anyPrice = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 12 }))
    .map(([digits, scale]) => Number(`${digits}e-${scale}`)),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const anyUnits = fc.oneof(
  fc.integer({ min: 0, max: 200_000 }),
  fc.maxSafeNat(),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const anyUsage = fc.dictionary(fc.constantFrom(...KEYS), anyUnits, { maxKeys: KEYS.length });
const anyPrices = fc.dictionary(fc.constantFrom(...KEYS), anyPrice, { maxKeys: KEYS.length });

it('never strays from the exact sum by more than the last digit of a double', () => {
  fc.assert(
    fc.property(anyUsage, anyPrices, (usage, prices) => {
      const { cost, total } = computeCost(usage, scalePrices(prices));
      const exact = Object.keys(usage).reduce((sum, key) => sum + exactProduct(usage[key], prices[key]), 0n);
      expect(total).toBe(Number(`${exact}e-${EXACT_SCALE}`));
      for (const [key, amount] of Object.entries(cost).filter(([name]) => name !== 'total')) {
        expect(amount).toBe(Number(`${exactProduct(usage[key], prices[key])}e-${EXACT_SCALE}`));
      }
    }),
    { numRuns: 2_000 },
  );
});

it('does not care in which order the keys came', () => {
  fc.assert(
    fc.property(anyUsage, anyPrices, (usage, prices) => {
      const reversed = Object.fromEntries(Object.entries(usage).toReversed());
      const { cost, total } = computeCost(usage, scalePrices(prices));
      expect(computeCost(reversed, scalePrices(prices))).toMatchObject({ cost, total });
    }),
  );
});

/** More decimals than two doubles multiplied can have. */
const EXACT_SCALE = 700;

/** Written apart from the code under test: digit by digit, by way of text. */
function exactProduct(units: number | undefined, price: number | undefined): bigint {
  if (units === undefined || price === undefined) return 0n;
  return shifted(units) * shifted(price);
}

function shifted(value: number): bigint {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return BigInt(`${whole}${fraction}`) * 10n ** BigInt(Number(exponent) - fraction.length + EXACT_SCALE / 2);
}
