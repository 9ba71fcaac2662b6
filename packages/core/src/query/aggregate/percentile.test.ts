import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { histogramBin } from './histogram-bin.ts';
import { percentile } from './percentile.ts';

it.each([
  [[], 0.5, null],
  [[7], 0.99, 7],
  [[1, 2], 0.5, 1.5],
  [[1, 2, 3, 4], 0.75, 3.25],
  [[0.1, 0.3], 0.5, 0.2],
] as const)('of %j at %f is %j', (sorted, share, value) => {
  expect(percentile(sorted, share)).toBe(value);
});

it('puts every value into one of the bins, the larger never lower', () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 100 }), (values, bins) => {
      const sorted = values.toSorted((a, b) => a - b);
      const [min = 0, max = 0] = [sorted[0], sorted.at(-1)];
      const places = sorted.map((value) => histogramBin(value, min, max, bins));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBe(0);
      expect(places.at(-1)).toBe(min === max ? 0 : bins - 1);
    }),
  );
});
