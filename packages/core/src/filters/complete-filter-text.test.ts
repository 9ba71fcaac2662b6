import { expect, it } from 'vitest';
import type { Facet } from '../query/aggregate/facet-query.ts';
import { suggestFilterText } from '../query/text/suggest-filter-text.ts';
import { completionFacet, filterTextOptions, insertOption } from './complete-filter-text.ts';

/** Completes a text at the `|`, with these values in the store, most frequent first. */
function complete(drawn: string, ...seen: readonly (string | number | boolean)[]) {
  const caret = drawn.indexOf('|');
  const text = drawn.replace('|', '');
  const suggestions = suggestFilterText(text, caret, 'observations');
  const field = completionFacet(suggestions, 'observations');
  const values = seen.map((value, place) => ({ value, count: 100 - place }));
  const facet: Facet | null =
    field === null ? null : { field, values, valueCount: seen.length, missingCount: 0, min: null, max: null };
  const options = filterTextOptions(suggestions, facet, 'observations');
  const [first] = options;
  const put = first && insertOption(text, suggestions, first);
  return {
    field,
    labels: options.map(({ label }) => label),
    counts: options.map(({ count }) => count),
    text: put && `${put.text.slice(0, put.caret)}|${put.text.slice(put.caret)}`,
  };
}

it('offers values that were seen, those that begin as typed first', () => {
  expect(complete('model:gpt|', 'my-gpt', 'gpt-5', 'claude')).toEqual({
    field: 'model',
    labels: ['gpt-5', 'my-gpt'],
    counts: [99, 100],
    text: 'model:gpt-5 |',
  });
});

it('counts values that a field can only have', () => {
  expect(complete('level:|', 'DEFAULT', 'ERROR')).toMatchObject({
    labels: ['DEBUG', 'DEFAULT', 'WARNING', 'ERROR'],
    counts: [null, 100, null, 99],
  });
});

it.each([
  ['name:|', ['a b'], 'name:"a b" |'],
  ['name:"a|', ['a b'], 'name:"a b" |'],
  ['name:"a|"', ['a b'], 'name:"a b" |'],
  ['-name:|', ['OR'], '-name:"OR" |'],
  ['tags:(x OR |)', ['vip'], 'tags:(x OR vip|)'],
  ['env:| level:ERROR', ['prod'], 'env:prod |level:ERROR'],
  ['metadata.pl|', ['plan'], 'metadata.plan:|'],
  ['metadata.|', ['my key'], 'metadata."my key":|'],
  ['has:metadata.pl|', ['plan'], 'has:metadata.plan |'],
  ['scores.rou|', ['Rouge Score'], 'scores."Rouge Score":|'],
  ['metadata.plan:|', ['5'], 'metadata.plan:"5" |'],
  ['metadata.plan:|', [5], 'metadata.plan:5 |'],
  ['usage.|', ['input_cached_tokens'], 'usage.input_cached_tokens:|'],
  ['lev|', [], 'level:|'],
  ['isInter|', [], 'isInterrupted:|'],
])('puts into "%s" what can be read', (drawn, seen, text) => {
  expect(complete(drawn, ...seen).text).toBe(text);
});

it('asks for no values of inputs and outputs, nor where none can be', () => {
  expect(complete('input:|').field).toBeNull();
  expect(complete('rate lim|').field).toBeNull();
  expect(complete('nobody:|').field).toBeNull();
});
