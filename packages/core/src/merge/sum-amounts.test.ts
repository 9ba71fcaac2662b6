import { expect, it } from 'vitest';
import { sumAmounts } from './sum-amounts.ts';

it('adds amounts key by key', () => {
  expect(sumAmounts([{ input: 1, total: 3 }, {}, { output: 2, total: 4 }])).toEqual({
    input: 1,
    output: 2,
    total: 7,
  });
});

it('shows no noise of binary fractions in a sum of dollars', () => {
  expect(sumAmounts([{ total: 0.1 }, { total: 0.2 }])).toEqual({ total: 0.3 });
});

it('keeps the cost of a single token', () => {
  expect(sumAmounts([{ total: 2e-8 }, { total: 1e-8 }])).toEqual({ total: 3e-8 });
});

it('adds amounts too large to have noise as they are', () => {
  expect(sumAmounts([{ total: 1e15 }, { total: 1 }])).toEqual({ total: 1e15 + 1 });
});

it('is empty when nobody counted', () => {
  expect(sumAmounts([{}, {}])).toEqual({});
});
