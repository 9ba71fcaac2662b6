import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPricer } from './create-pricer.ts';
import { openPriceBook } from './open-price-book.ts';
import type { PriceList, PriceRule } from './price-list.ts';
import { readRuleDocuments, ruleDocument } from './rule-documents.ts';

const at = (day: string) => Date.parse(day);

function rule(id: string, matchPattern: string, startDate: string | null, input: number): PriceRule {
  const tier = { name: 'standard', isDefault: true, priority: 0, conditions: [], prices: { input } };
  return { id, matchPattern, startDate, tiers: [tier] };
}

const own: PriceList = {
  name: 'own',
  date: '2026-01-01',
  rules: [rule('ours', '^gpt-4o$', '2026-03-01', 1)],
};
const vendor: PriceList = {
  name: 'vendor',
  date: '2026-01-01',
  rules: [
    rule('old', '^gpt', null, 4),
    rule('new', '^gpt', '2026-02-01', 3),
    rule('next', '^gpt', '2027-01-01', 2),
    rule('claude', '^claude', null, 9),
  ],
};
const book = openPriceBook([own, vendor]);

it('says of every rule that finds a model whether it counts, and why not', () => {
  const why = (model: string, day: string) =>
    book.explain(model, at(day)).map(({ rule: { id }, why: reason }) => [id, reason]);

  expect(why('gpt-4o', '2026-06-01')).toEqual([
    ['ours', 'counts'],
    ['next', 'not-yet'],
    ['new', 'other-list'],
    ['old', 'other-list'],
  ]);
  expect(why('gpt-5', '2026-06-01')).toEqual([
    ['next', 'not-yet'],
    ['new', 'counts'],
    ['old', 'superseded'],
  ]);
  expect(why('gpt-4o', '2026-01-15')[3]).toEqual(['old', 'counts']);
  expect(why('llama', '2026-06-01')).toEqual([]);
});

it('decides as a pricer does, for any model and day', () => {
  const pricer = createPricer([own, vendor]);
  fc.assert(
    fc.property(
      fc.constantFrom('gpt-4o', 'gpt-5', 'claude-4', 'llama'),
      fc.integer({ min: at('2025-12-01'), max: at('2027-02-01') }),
      (model, startTime) => {
        const answer = pricer.price({ model, startTime, usage: { input: 1 } });
        const counting = book.explain(model, startTime).find(({ why }) => why === 'counts');
        expect(answer.status === 'priced' ? answer.pricing.rule : undefined).toBe(counting?.rule.id);
        expect(answer.status === 'priced' ? answer.cost['input'] : undefined).toBe(
          book.pricesOf(model, startTime)?.['input'],
        );
      },
    ),
    { seed: 1 },
  );
});

it("reads a host's own rules of documents, and leaves out what no pricer can use", () => {
  const document = { kind: 'model-price', version: 1, labels: [], createdAt: at('2026-05-05') } as const;
  const mine = rule('mine', '^mine$', null, 1);
  const { list, unusable } = readRuleDocuments([
    { ...document, name: 'mine', body: ruleDocument(mine) },
    { ...document, name: 'broken', body: { ...(ruleDocument(mine) as object), matchPattern: '(' } },
    { ...document, name: 'text', body: 'what' },
  ]);

  expect(list).toEqual({ name: 'own', date: '2026-05-05', rules: [mine] });
  expect(unusable.map(({ name, problems }) => [name, problems[0]?.path])).toEqual([
    ['broken', 'matchPattern'],
    ['text', ''],
  ]);
  expect(readRuleDocuments([])).toEqual({ list: null, unusable: [] });
});
