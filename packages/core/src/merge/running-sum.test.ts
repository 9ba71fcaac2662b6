import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumNumbers, withoutNoise } from './running-sum.ts';

it('is the same in whatever order the numbers come', () => {
  const dollars = fc.array(
    fc.integer({ min: 0, max: 10 ** 9 }).map((nano) => nano / 1e9),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(dollars, fc.boolean(), (amounts, isLarge) => {
      const scaled = isLarge ? amounts.map((amount) => amount * 1e6) : amounts;
      const sum = sumNumbers(scaled);
      expect(sumNumbers(scaled.toReversed())).toBe(sum);
      expect(sumNumbers(scaled.toSorted((a, b) => a - b))).toBe(sum);
    }),
  );
});

it('loses nothing of small amounts beside large ones', () => {
  expect(sumNumbers([1e16, 1, -1e16])).toBe(1);
  expect(sumNumbers(Array.from({ length: 100_000 }, () => 0.1))).toBe(10_000);
});

it('shows no noise, whatever the size', () => {
  expect(withoutNoise(0.1 + 0.2)).toBe(0.3);
  expect(withoutNoise(100_000.1 + 100_000.2)).toBe(200_000.3);
  expect(withoutNoise(1e15 + 1)).toBe(1e15 + 1);
});
