import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../model/json.ts';
import type { Filter } from '../query/filter.ts';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import { VIEWS } from '../query/view-record.ts';
import { applySavedView, isSavedViewShown, savedViewOf } from './apply-saved-view.ts';
import { DEFAULT_FACETS } from './default-facets.ts';
import { checkFacets } from '../query/aggregate/answer-facets.ts';
import { DEFAULT_PANEL_FILTERS } from './panel-filters.ts';
import { parsePanelFilters } from './parse-panel-filters.ts';
import { printPanelFilters } from './print-panel-filters.ts';
import { parseSavedView } from './saved-view.ts';
import type { SavedView } from './saved-view.ts';
import { SYSTEM_VIEWS } from './system-views.ts';
import { TIME_PRESETS } from './time-range.ts';
import type { TimePreset } from './time-range.ts';

const presets = Object.keys(TIME_PRESETS) as TimePreset[];
const time = fc.oneof(
  fc.constantFrom(...presets).map((preset) => ({ preset })),
  fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([from, length]) => ({ from, to: from + length })),
);
const saved: fc.Arbitrary<SavedView> = fc.record(
  {
    view: fc.constantFrom(...VIEWS),
    text: fc.constantFrom('id:x', 'id:(a OR "b c")', '"phrase & more" -id:y'),
    time,
    environments: fc.option(fc.uniqueArray(fc.stringMatching(/^[a-z0-9_-]{1,40}$/))),
    panel: fc.jsonValue() as fc.Arbitrary<JsonValue>,
  },
  { requiredKeys: ['view', 'text'] },
);

describe('a saved view', () => {
  it('comes back from JSON as it was, and from a link as what it shows', () => {
    fc.assert(
      fc.property(saved, (view) => {
        const json = JSON.parse(JSON.stringify(view)) as JsonValue;
        expect(parseSavedView(json)).toEqual(json);
        const shown = applySavedView(DEFAULT_PANEL_FILTERS, view);
        expect(isSavedViewShown(shown, view)).toBe(true);
        const opened = parsePanelFilters(printPanelFilters(shown));
        expect(opened).toEqual({ filters: shown, dropped: [] });
        expect(applySavedView(DEFAULT_PANEL_FILTERS, savedViewOf(opened.filters, view.view))).toEqual(shown);
      }),
    );
  });

  it.each<[string, JsonValue]>([
    ['nothing', null],
    ['a list', []],
    ['no view', { text: '' }],
    ['a view nobody knows', { view: 'spans', text: '' }],
    ['a text that is none', { view: 'traces', text: 5 }],
    ['a text with mistakes', { view: 'traces', text: 'nmae:x' }],
    ['a preset nobody knows', { view: 'traces', text: '', time: { preset: '2d' } }],
    ['a time that ends before it begins', { view: 'traces', text: '', time: { from: 2, to: 1 } }],
    ['environments that are none', { view: 'traces', text: '', environments: ['a', 5] }],
  ])('is not read from %s', (_, body) => {
    expect(parseSavedView(body)).toBeNull();
  });

  it('is shown by other words that say the same, and not in another time', () => {
    const view: SavedView = { view: 'traces', text: 'environment:a', time: { preset: '1d' } };
    expect(isSavedViewShown({ ...DEFAULT_PANEL_FILTERS, texts: { traces: 'env:a ' } }, view)).toBe(true);
    const other = { ...DEFAULT_PANEL_FILTERS, time: { preset: '7d' }, texts: { traces: 'env:a' } } as const;
    expect(isSavedViewShown(other, view)).toBe(false);
  });
});

it.each<[string, string, Filter]>([
  ['traces', 'errors', { field: 'level', op: '=', value: 'ERROR' }],
  ['traces', 'warnings-and-errors', { field: 'level', op: 'any-of', value: ['WARNING', 'ERROR'] }],
  ['traces', 'slow', { field: 'latency', op: '>', value: 10_000 }],
  ['traces', 'dear', { field: 'totalCost', op: '>', value: 1 }],
  ['traces', 'token-heavy', { field: 'totalTokens', op: '>', value: 50_000 }],
  [
    'observations',
    'slow-generations',
    {
      and: [
        { field: 'type', op: '=', value: 'GENERATION' },
        { field: 'latency', op: '>', value: 5000 },
      ],
    },
  ],
])('everybody can look at %s: %s', (view, id, filter) => {
  const preset = SYSTEM_VIEWS.find((one) => one.view === view && one.id === id);
  expect(preset && parseFilterText(preset.text, preset.view).filter).toEqual(filter);
});

it('offers no view that cannot be read, and none twice', () => {
  for (const view of SYSTEM_VIEWS) expect(parseFilterText(view.text, view.view).errors).toEqual([]);
  const names = SYSTEM_VIEWS.map(({ view, id }) => `${view} ${id}`);
  expect(new Set(names).size).toBe(names.length);
});

it.each(VIEWS)('lists facets of %s that a store can answer', (view) => {
  expect(() => checkFacets({ view, fields: DEFAULT_FACETS[view] })).not.toThrow();
});
