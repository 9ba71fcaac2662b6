import { describe, expect, it } from 'vitest';
import { loadDefaultPrices } from './default-prices/load-default-prices.ts';
import { draftRule, EMPTY_DRAFT, readDraft } from './rule-draft.ts';
import { perMillion, perUnit, ruleRows } from './rule-rows.ts';

const defaults = await loadDefaultPrices();

describe('a rule that is edited', () => {
  it('is the same rule when nothing was changed, for all rules that come with Oriel', () => {
    for (const rule of defaults.rules) {
      const read = readDraft(draftRule(rule));
      expect(read.problems).toEqual([]);
      expect(read.rule).toEqual(rule);
    }
  });

  it('says what is wrong and where', () => {
    const paths = (draft: Partial<typeof EMPTY_DRAFT>) =>
      readDraft({
        ...EMPTY_DRAFT,
        id: 'mine',
        matchPattern: '^mine$',
        prices: [{ key: 'input', price: '2.5' }],
        ...draft,
      }).problems.map(({ path }) => path);

    expect(paths({})).toEqual([]);
    expect(paths({ id: ' ' })).toEqual(['id']);
    expect(paths({ matchPattern: '(' })).toEqual(['matchPattern']);
    expect(paths({ startDate: 'soon' })).toEqual(['startDate']);
    expect(paths({ prices: [] })).toEqual(['prices']);
    expect(paths({ prices: [{ key: 'input', price: '-1' }] })).toEqual(['prices[0]']);
    expect(
      paths({
        prices: [
          { key: 'input', price: '1' },
          { key: '', price: '1' },
        ],
      }),
    ).toEqual(['prices[1]']);
    expect(
      paths({
        prices: [
          { key: 'input', price: '1' },
          { key: 'input', price: '1' },
        ],
      }),
    ).toEqual(['prices[1]']);
    expect(paths({ otherTiers: '{' })).toEqual(['otherTiers']);
    expect(paths({ otherTiers: '[{"name":"x"}]' })[0]).toMatch(/^tiers\[1\]/);
  });
});

it('writes prices of a million as vendors do', () => {
  expect(perMillion(1.5e-7)).toBe(0.15);
  expect(perUnit(0.15)).toBe(1.5e-7);
  expect(perUnit(perMillion(7.5e-8))).toBe(7.5e-8);
});

it('lists rules of all lists, and those that a text finds', () => {
  expect(ruleRows([defaults]).length).toBe(defaults.rules.length);
  const rows = ruleRows([defaults], 'OPENAI/GPT-4.1-MINI');
  expect(rows.map(({ rule }) => rule.id)).toContain('openai/gpt-4.1-mini');
  expect(rows.length).toBeLessThan(5);
  expect(rows.find(({ rule }) => rule.id === 'openai/gpt-4.1-mini')).toMatchObject({
    input: 0.4,
    output: 1.6,
    cacheRead: 0.1,
  });
});
