import { expect, it } from 'vitest';
import { breakdownRows } from './breakdown-rows.ts';
import { summarizeUsage } from './summarize-usage.ts';
import { totalCost } from './total-cost.ts';

it('counts details with their direction', () => {
  expect(summarizeUsage({ input: 10, input_cached_tokens: 5, output: 2, total: 17 })).toEqual({
    input: 15,
    output: 2,
    total: 17,
  });
});

it('sums the total where nobody reported one, and tells nothing from zero', () => {
  expect(summarizeUsage({ input: 0, output: 3 })).toEqual({ input: 0, output: 3, total: 3 });
  expect(summarizeUsage({ characters: 7 })).toEqual({ input: null, output: null, total: 7 });
  expect(summarizeUsage({})).toEqual({ input: null, output: null, total: null });
});

it('prefers the reported total cost', () => {
  expect(totalCost({ input: 1, total: 5 })).toBe(5);
  expect(totalCost({ input: 1, output: 2 })).toBe(3);
  expect(totalCost({})).toBeNull();
});

it('lists usage and cost by key, input first, with what one unit came to and without the total', () => {
  const rows = breakdownRows({ output: 2, input: 10, total: 12, images: 1 }, { input: 0.1, total: 0.1 });

  expect(rows).toEqual([
    { key: 'input', units: 10, cost: 0.1, unitPrice: 0.01 },
    { key: 'output', units: 2, cost: null, unitPrice: null },
    { key: 'images', units: 1, cost: null, unitPrice: null },
  ]);
});
