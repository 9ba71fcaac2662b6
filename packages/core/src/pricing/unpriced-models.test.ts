import { expect, it } from 'vitest';
import { unpricedModels } from './unpriced-models.ts';

it('names the models without a price, most called first', () => {
  const call = (model: string | null, input: number, cost = {}) => ({ model, usage: { input }, cost });

  expect(
    unpricedModels([
      call('rare', 1),
      call('house-llm', 10),
      call('gpt-4o', 10, { total: 1 }),
      call('house-llm', 5),
      call(null, 2),
      { model: 'tool', usage: {}, cost: {} },
      call('free', 9, { total: 0 }),
    ]),
  ).toEqual([
    { model: 'house-llm', observations: 2, usage: { input: 15 } },
    { model: null, observations: 1, usage: { input: 2 } },
    { model: 'rare', observations: 1, usage: { input: 1 } },
  ]);
});
