import { expect, it } from 'vitest';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import { narrowPanelFilters } from './narrow-panel-filters.ts';
import { DEFAULT_PANEL_FILTERS } from './panel-filters.ts';

const MODEL = { field: 'model', op: '=', value: 'gpt-5' } as const;
const withText = (text: string) => ({ ...DEFAULT_PANEL_FILTERS, texts: { observations: text } });

it('adds what is behind a bar to what the page showed', () => {
  const time = { from: 0, to: 1000 };
  expect(narrowPanelFilters(DEFAULT_PANEL_FILTERS, 'observations', MODEL, time)).toEqual({
    time,
    environments: null,
    texts: { observations: 'model:gpt-5' },
  });
  const present = { ...DEFAULT_PANEL_FILTERS, texts: { traces: 'level:ERROR' } };
  expect(narrowPanelFilters(present, 'observations', MODEL)?.texts).toEqual({
    traces: 'level:ERROR',
    observations: 'model:gpt-5',
  });
});

it.each([
  ['level:ERROR', 'level:ERROR model:gpt-5'],
  ['level:ERROR OR level:WARNING', '(level:ERROR OR level:WARNING) model:gpt-5'],
  ['rate limit', 'rate limit model:gpt-5'],
])('keeps what is typed already: %s', (text, narrowed) => {
  expect(narrowPanelFilters(withText(text), 'observations', MODEL)?.texts.observations).toBe(narrowed);
});

it('keeps two phrases apart', () => {
  const text = narrowPanelFilters(withText('rate limit'), 'observations', { search: 'again' })?.texts
    .observations;
  expect(parseFilterText(text ?? '', 'observations').filter).toEqual({
    and: [{ search: 'rate limit' }, { search: 'again' }],
  });
});

it('says a choice of several in parentheses', () => {
  const either = { or: [MODEL, { field: 'model', op: 'is-null' }] } as const;
  expect(narrowPanelFilters(withText('level:ERROR'), 'observations', either)?.texts.observations).toBe(
    'level:ERROR (model:gpt-5 OR -has:model)',
  );
});

it('rather says nothing than show more than was meant', () => {
  expect(narrowPanelFilters(withText('level:'), 'observations', MODEL)).toBeNull();
  expect(
    narrowPanelFilters(DEFAULT_PANEL_FILTERS, 'traces', { field: 'nowhere', op: '=', value: 1 }),
  ).toBeNull();
});
