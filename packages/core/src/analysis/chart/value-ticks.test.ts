import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueTicks } from './value-ticks.ts';

it.each([
  [[0, 87], 'count', [0, 50, 100]],
  [[0, 3], 'count', [0, 1, 2, 3]],
  [[0.7, 0.9], 'number', [0, 0.5, 1]],
  [[-0.4, 0.9], 'number', [-0.5, 0, 0.5, 1]],
  [[0, 100_000], 'duration', [0, 60_000, 120_000]],
  [[0, 700], 'duration', [0, 500, 1000]],
  [[], 'duration', [0, 500, 1000]],
  [[0, 0], 'cost', [0, 0.5, 1]],
] as const)('labels %j of %s with round numbers', (values, unit, ticks) => {
  expect(valueTicks(values, unit, 3).ticks).toEqual(ticks);
});

it('reaches around all values with few steps, whatever they are', () => {
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  const unit = fc.constantFrom('count', 'duration', 'cost', 'number', 'tokens');
  fc.assert(
    fc.property(fc.array(value), unit, fc.integer({ min: 1, max: 10 }), (values, of, wanted) => {
      const { ticks, step } = valueTicks(values, of, wanted);
      const slack = step * 1e-6;
      expect(ticks).toContain(0);
      expect(Math.min(0, ...values)).toBeGreaterThanOrEqual((ticks[0] ?? 0) - slack);
      expect(Math.max(0, ...values)).toBeLessThanOrEqual((ticks.at(-1) ?? 0) + slack);
      expect(ticks.length).toBeLessThanOrEqual(wanted + 3);
      expect(new Set(ticks).size).toBe(ticks.length);
    }),
  );
});
