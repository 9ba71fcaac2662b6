import { describe, expect, it } from 'vitest';
import { createPricer } from './create-pricer.ts';
import { PriceListError } from './price-list-error.ts';
import type { PriceCondition, PriceList, PriceRule } from './price-list.ts';

const at = (day: string) => Date.parse(day);

function rule(id: string, input: number, more: Partial<PriceRule> = {}): PriceRule {
  return {
    id,
    matchPattern: '^gpt',
    tiers: [{ name: 'standard', isDefault: true, priority: 0, conditions: [], prices: { input } }],
    ...more,
  };
}

function list(name: string, ...rules: PriceRule[]): PriceList {
  return { name, date: '2026-01-01', rules };
}

const call = { model: 'gpt-4o', usage: { input: 1000, total: 1000 }, startTime: at('2025-06-01') };

it('says what a call costs, and by which list, rule and tier', () => {
  const usage = { input: 1000, audio: 5, total: 1005 };

  expect(createPricer([list('ours', rule('gpt', 2e-6))]).price({ ...call, usage })).toEqual({
    status: 'priced',
    cost: { input: 0.002, total: 0.002 },
    pricing: { list: 'ours 2026-01-01', rule: 'gpt', tier: 'standard', unpriced: ['audio'] },
  });
});

describe('computes nothing', () => {
  const pricer = createPricer([list('ours', rule('gpt', 2e-6))]);

  it.each([
    ['where the client named a cost', { ...call, cost: { total: 0 } }, 'client-cost'],
    ['without usage', { ...call, usage: {} }, 'no-usage'],
    ['without a model', { ...call, model: null }, 'no-model'],
  ])('%s', (_, subject, reason) => {
    expect(pricer.price(subject)).toEqual({ status: 'skipped', reason });
  });

  it.each([
    ['for a model that no rule knows: unpriced is not $0', { ...call, model: 'house-llm' }, 'unknown-model'],
    ['for a name that is none', { ...call, model: `gpt${'-x'.repeat(200)}` }, 'unknown-model'],
    ['where the rule has a price for none of the keys', { ...call, usage: { Input: 3 } }, 'no-price'],
  ])('%s', (_, subject, reason) => {
    expect(pricer.price(subject)).toEqual({ status: 'unpriced', reason });
  });
});

describe('of several rules that match', () => {
  const ruleFor = (lists: PriceList[], startTime?: number) => {
    const answer = createPricer(lists).price({ ...call, startTime });
    return answer.status === 'priced' ? answer.pricing.rule : answer.reason;
  };
  const always = rule('always', 1e-6);
  const spring = rule('spring', 2e-6, { startDate: '2025-03-01' });
  const autumn = rule('autumn', 3e-6, { startDate: '2025-09-01T12:00:00Z' });

  it('the latest that already held when the call began counts', () => {
    const lists = [list('ours', always, autumn, spring)];
    expect(ruleFor(lists, at('2025-01-01'))).toBe('always');
    expect(ruleFor(lists, at('2025-03-01'))).toBe('spring');
    expect(ruleFor(lists, at('2025-09-01T11:59:59Z'))).toBe('spring');
    expect(ruleFor(lists, at('2025-09-01T12:00:00Z'))).toBe('autumn');
  });

  it('a call without a time has the prices of today', () => {
    expect(ruleFor([list('ours', always, spring)])).toBe('spring');
  });

  it("a host's rule beats a later one of the defaults", () => {
    expect(ruleFor([list('ours', always), list('defaults', autumn)], at('2026-01-01'))).toBe('always');
  });

  it("the defaults count until a host's rule begins", () => {
    expect(ruleFor([list('ours', autumn), list('defaults', always)], at('2025-01-01'))).toBe('always');
    expect(ruleFor([list('ours', autumn)], at('2025-01-01'))).toBe('unknown-model');
  });

  it('the first in the list counts where nothing else decides', () => {
    expect(ruleFor([list('ours', rule('first', 1e-6), rule('second', 2e-6))])).toBe('first');
  });
});

describe('of several tiers', () => {
  const tierFor = (conditions: PriceCondition[], subject: object) => {
    const tiers = [
      ...rule('gpt', 1e-6).tiers,
      { name: 'special', isDefault: false, priority: 1, conditions, prices: { input: 9e-6 } },
    ];
    const answer = createPricer([list('ours', rule('gpt', 0, { tiers }))]).price({ ...call, ...subject });
    return answer.status === 'priced' ? answer.pricing.tier : answer.reason;
  };
  const long: PriceCondition = { kind: 'usage', keyPattern: 'input|cached', operator: 'gt', value: 200 };
  const fast: PriceCondition = {
    kind: 'attribute',
    source: 'modelParameters',
    key: 'service_tier',
    values: ['priority', '4'],
  };

  it('a condition on usage sees the sum of all keys that its pattern finds', () => {
    expect(tierFor([long], { usage: { input: 150, input_cached_tokens: 50 } })).toBe('standard');
    expect(tierFor([long], { usage: { input: 150, input_cached_tokens: 51 } })).toBe('special');
    expect(tierFor([long], { usage: { input: 10, INPUT: 191 } })).toBe('special');
    expect(tierFor([{ ...long, isCaseSensitive: true }], { usage: { input: 10, INPUT: 191 } })).toBe(
      'standard',
    );
  });

  it.each([
    ['gt', 200, false],
    ['gte', 200, true],
    ['lt', 200, false],
    ['lte', 200, true],
    ['eq', 200, true],
    ['neq', 200, false],
  ] as const)('%s compares with the value', (operator, input, holds) => {
    expect(tierFor([{ ...long, operator }], { usage: { input } })).toBe(holds ? 'special' : 'standard');
  });

  it('a condition on attributes sees exactly one key of one source', () => {
    expect(tierFor([fast], { modelParameters: { service_tier: 'priority' } })).toBe('special');
    expect(tierFor([fast], { modelParameters: { service_tier: 4 } })).toBe('special');
    expect(tierFor([fast], { modelParameters: { service_tier: 'default' } })).toBe('standard');
    expect(tierFor([fast], { modelParameters: { options: { service_tier: 'priority' } } })).toBe('standard');
    expect(tierFor([fast], { metadata: { service_tier: 'priority' } })).toBe('standard');
    expect(tierFor([fast], {})).toBe('standard');
  });

  it('all conditions must hold, and a tier without any never counts', () => {
    const modelParameters = { service_tier: 'priority' };
    expect(tierFor([fast, long], { modelParameters, usage: { input: 201 } })).toBe('special');
    expect(tierFor([fast, long], { modelParameters, usage: { input: 200 } })).toBe('standard');
    expect(tierFor([], { modelParameters })).toBe('standard');
  });

  it('the lowest priority that holds counts, whatever their order', () => {
    const tiers = ['late', 'early'].map((name, index) => ({
      name,
      isDefault: false,
      priority: 2 - index,
      conditions: [long],
      prices: { input: 1 },
    }));
    const answer = createPricer([
      list('ours', rule('gpt', 0, { tiers: [...tiers, ...rule('', 0).tiers] })),
    ]).price({
      ...call,
    });
    expect(answer).toMatchObject({ pricing: { tier: 'early' } });
  });
});

it('refuses a list with problems, and names all of them', () => {
  const broken = list(
    'ours',
    rule('gpt', -1, { matchPattern: '(a+)+', startDate: 'soon' }),
    rule('gpt', 1, { tiers: [] }),
    rule('o3', 1, {
      tiers: [
        ...rule('', 1).tiers,
        {
          name: 'x',
          isDefault: false,
          priority: 1,
          conditions: [{ kind: 'usage', keyPattern: '(', operator: 'above' as 'gt', value: 1 }],
          prices: {},
        },
      ],
    }),
  );
  let error: unknown;
  try {
    createPricer([broken]);
  } catch (thrown) {
    error = thrown;
  }

  expect(PriceListError.is(error)).toBe(true);
  expect((error as PriceListError).message).toMatch(
    /^The price list "ours" cannot be used: .*; and 2 more\.$/,
  );
  expect((error as PriceListError).problems.map(({ path }) => path)).toEqual([
    'rules[0].matchPattern',
    'rules[0].startDate',
    'rules[0].tiers[0].prices.input',
    'rules[1].id',
    'rules[1].tiers',
    'rules[2].tiers[1].conditions[0].keyPattern',
    'rules[2].tiers[1].conditions[0].operator',
  ]);
});
