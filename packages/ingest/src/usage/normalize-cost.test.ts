import { expect, it } from 'vitest';
import type { JsonObject } from '@oriel/core';
import { normalizeCost } from './normalize-cost.ts';

it.each<[what: string, sent: JsonObject, kept: JsonObject]>([
  [
    'adds input and output without binary noise',
    { input: 0.1, output: 0.2 },
    { input: 0.1, output: 0.2, total: 0.3 },
  ],
  ['guesses no total over other parts', { input: 0.1, cache: 0.05 }, { input: 0.1, cache: 0.05 }],
  ['keeps a total alone', { total: 0.25 }, { total: 0.25 }],
  ['keeps zeros', { input: 0, output: 0, total: 0 }, { input: 0, output: 0, total: 0 }],
  ['drops what is no amount', { input: 0.1, output: -1, note: 'x' }, { input: 0.1, total: 0.1 }],
])('%s', (_, costDetails, kept) => {
  expect(normalizeCost({ costDetails })).toEqual(kept);
});

it('finds costs in the old usage field', () => {
  const usage = { input: 100, inputCost: 0.001, outputCost: 0.0004, totalCost: 0.0014 };

  expect(normalizeCost({ usage })).toEqual({ input: 0.001, output: 0.0004, total: 0.0014 });
});

it('says nothing where nobody named a cost', () => {
  expect(normalizeCost({ usage: { input: 3 }, costDetails: {} })).toBeUndefined();
});
