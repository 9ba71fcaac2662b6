import { expect, it } from 'vitest';
import { checkPriceList } from './check-price-list.ts';
import type { PriceList } from './price-list.ts';

const standard = {
  name: 'standard',
  isDefault: true,
  priority: 0,
  conditions: [] as object[],
  prices: { input: 1e-6 } as Record<string, unknown>,
};
const rule = { id: 'gpt', matchPattern: '^gpt', tiers: [standard] as object[] };
const list = { name: 'ours', date: '2026-11-23', rules: [rule] as object[] };

function problems(value: unknown): string[] {
  return checkPriceList(value as PriceList).map(({ path, message }) => `${path} ${message}`);
}

const withTier = (tier: object) => ({ ...list, rules: [{ ...rule, tiers: [standard, tier] }] });
const withCondition = (condition: object) =>
  withTier({ ...standard, isDefault: false, priority: 1, conditions: [condition] });

it('finds nothing wrong with a sound list', () => {
  expect(problems(list)).toEqual([]);
});

it.each<[what: string, value: unknown, problem: string]>([
  ['no list', 'prices', 'list is no object'],
  ['a list without rules', { name: 'ours', date: '2026-11-23' }, 'rules is missing'],
  ['a rule that is none', { ...list, rules: [7] }, 'rules[0] is no object'],
  ['a rule without tiers', { ...list, rules: [{ ...rule, tiers: {} }] }, 'rules[0].tiers is no list'],
  [
    'a tier without a name',
    { ...list, rules: [{ ...rule, tiers: [{ ...standard, name: undefined }] }] },
    'rules[0].tiers[0].name is missing',
  ],
  ['a date nobody can read', { ...list, date: 'today' }, 'date is "today"; write a day such as 2026-11-23'],
  [
    'two default tiers',
    withTier(standard),
    'rules[0].tiers has 2 default tiers; mark exactly one tier as the default',
  ],
  [
    'a price that is text',
    { ...list, rules: [{ ...rule, tiers: [{ ...standard, prices: { input: '1' } }] }] },
    'rules[0].tiers[0].prices.input is 1; a price is US dollars for one unit, 0 or more',
  ],
  [
    'a default with conditions',
    {
      ...list,
      rules: [
        {
          ...rule,
          tiers: [
            {
              ...standard,
              conditions: [{ kind: 'usage', keyPattern: 'input', operator: 'gt', value: 1 }],
            },
          ],
        },
      ],
    },
    'rules[0].tiers[0].conditions are given for the default tier, which counts without any; remove them',
  ],
  [
    'an unknown operator',
    withCondition({ kind: 'usage', keyPattern: 'input', operator: '>', value: 1 }),
    'rules[0].tiers[1].conditions[0].operator is ">"; write one of gt, gte, lt, lte, eq, neq',
  ],
  [
    'an unknown kind of condition',
    withCondition({ kind: 'weather' }),
    'rules[0].tiers[1].conditions[0].kind is "weather"; write usage or attribute',
  ],
  [
    'a condition without values',
    withCondition({ kind: 'attribute', source: 'metadata', key: 'plan' }),
    'rules[0].tiers[1].conditions[0].values is no list; list the values that count',
  ],
])('finds %s', (_, value, problem) => {
  expect(problems(value)).toEqual([problem]);
});
