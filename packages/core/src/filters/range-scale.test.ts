import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangeScale } from './range-scale.ts';

it('goes from the least to the most value and never back', () => {
  const ends = fc.tuple(
    fc.double({ min: 0, max: 1e7, noNaN: true }),
    fc.double({ min: 0.001, max: 1e7, noNaN: true }),
  );
  fc.assert(
    fc.property(ends, ([min, width]) => {
      const { toShare, toValue } = rangeScale(min, min + width);
      expect([toValue(0), toValue(1)]).toEqual([min, min + width]);
      expect([toShare(min - 1), toShare(min + width * 2)]).toEqual([0, 1]);
      const values = Array.from({ length: 21 }, (_, step) => toValue(step / 20));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }),
  );
});

it('gives small values more room where a few are huge', () => {
  expect(rangeScale(0, 100_000).toValue(0.5)).toBeLessThan(5000);
  expect(rangeScale(90, 100).toValue(0.5)).toBe(95);
});

it('comes back near to where it was', () => {
  const { toShare, toValue } = rangeScale(2, 60_000);
  for (const share of [0.1, 0.4, 0.77]) expect(toShare(toValue(share))).toBeCloseTo(share, 2);
});

it('stands still where there is but one value', () => {
  const { toShare, toValue } = rangeScale(5, 5);
  expect([toShare(5), toValue(0.7)]).toEqual([0, 5]);
});
