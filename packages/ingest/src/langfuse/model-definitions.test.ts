import { expect, it } from 'vitest';
import { createPricer } from '@oriel/core/pricing';
import { readModelDefinitions } from './model-definitions.ts';

const date = '2026-11-23';

const tiered = {
  id: 'm1',
  modelName: 'gpt-5',
  matchPattern: '(?i)^(openai/)?(gpt-5)$',
  startDate: null,
  isLangfuseManaged: true,
  pricingTiers: [
    {
      name: 'Standard',
      isDefault: true,
      priority: 0,
      conditions: [],
      prices: { input: 1.25e-6, output: '0.00001' },
    },
    {
      name: 'Flex',
      isDefault: false,
      priority: 1,
      conditions: [{ source: 'model_parameters', key: 'service_tier', operator: 'in', values: ['flex'] }],
      prices: { input: { price: 6.25e-7 } },
    },
    {
      name: 'Long',
      isDefault: false,
      priority: 2,
      conditions: [{ usageDetailPattern: '(input)', operator: 'gt', value: 272_000 }],
      prices: { input: 2.5e-6 },
    },
  ],
};

const old = {
  id: 'm2',
  modelName: 'house-llm',
  matchPattern: '^house',
  startDate: '2026-01-01T00:00:00.000Z',
  inputPrice: 0.000001,
  outputPrice: '0.000002',
  totalPrice: null,
};

it('prices calls as the definitions say', () => {
  const { lists, rejected } = readModelDefinitions({ data: [tiered, old], meta: { page: 1 } }, { date });
  const pricer = createPricer(lists);
  const price = (model: string, input: number, modelParameters = {}) =>
    pricer.price({ model, usage: { input }, modelParameters, startTime: Date.parse(date) });

  expect(rejected).toEqual([]);
  expect(price('OpenAI/gpt-5', 1_000)).toMatchObject({
    cost: { total: 0.00125 },
    pricing: { list: 'langfuse (built-in) 2026-11-23', rule: 'gpt-5 (m1)', tier: 'Standard' },
  });
  expect(price('gpt-5', 1_000, { service_tier: 'flex' })).toMatchObject({ cost: { total: 0.000625 } });
  expect(price('gpt-5', 300_000)).toMatchObject({ cost: { total: 0.75 }, pricing: { tier: 'Long' } });
  expect(price('house-llm-2', 1_000)).toMatchObject({ cost: { total: 0.001 } });
});

it("lets a project's own definitions beat built-in ones that began later", () => {
  const own = { ...tiered, id: 'm9', isLangfuseManaged: false };
  const { lists } = readModelDefinitions([{ ...tiered, startDate: '2026-01-01' }, own], { date });

  expect(createPricer(lists).price({ model: 'gpt-5', usage: { input: 1 } })).toMatchObject({
    pricing: { list: 'langfuse 2026-11-23', rule: 'gpt-5 (m9)' },
  });
});

it('takes a single definition, and a name for the list', () => {
  expect(readModelDefinitions(old, { date, name: 'ours' }).lists).toMatchObject([{ name: 'ours', date }]);
});

it.each([
  [{ ...old, matchPattern: '(a+)+' }, 'data[0] house-llm', 'matchPattern repeats a group'],
  [{ ...old, matchPattern: undefined }, 'data[0] house-llm', 'has no `matchPattern`'],
  [{ ...old, inputPrice: -1 }, 'data[0] house-llm', 'tiers[0].prices.input is -1'],
  [{ ...old, inputPrice: 'free' }, 'data[0] house-llm', 'tiers[0].prices.input is NaN'],
  [{ ...old, startDate: 'soon' }, 'data[0] house-llm', 'startDate is "soon"'],
  [{ ...old, pricingTiers: [{ name: 'x', prices: {} }] }, 'data[0] house-llm', 'tiers has 0 default tiers'],
  [
    { ...old, pricingTiers: [{ ...tiered.pricingTiers[1], conditions: [{ source: 'weather' }] }] },
    'data[0] house-llm',
    'condition of an unknown kind',
  ],
  [
    {
      ...old,
      pricingTiers: [
        {
          name: 'x',
          isDefault: false,
          conditions: [{ usageDetailPattern: 'a', operator: '>', value: 1 }],
          prices: {},
        },
        tiered.pricingTiers[0],
      ],
    },
    'data[0] house-llm',
    'operator is ">"',
  ],
  ['x', 'data[0]', 'is no object'],
])('says why a definition cannot be used: %j', (definition, where, reason) => {
  const body = JSON.parse(JSON.stringify([definition, tiered])) as [];
  const { lists, rejected } = readModelDefinitions(body, { date });

  expect(lists.flatMap(({ rules }) => rules.map(({ id }) => id))).toEqual(['gpt-5 (m1)']);
  expect(rejected).toHaveLength(1);
  expect(rejected[0]).toMatchObject({ where, reason: expect.stringContaining(reason) as string });
});
