import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { VIEWS } from '../query/view-record.ts';
import { DEFAULT_PANEL_FILTERS } from './panel-filters.ts';
import type { PanelFilters } from './panel-filters.ts';
import { parsePanelFilters } from './parse-panel-filters.ts';
import { printPanelFilters } from './print-panel-filters.ts';
import { TIME_PRESETS } from './time-range.ts';
import type { TimePreset } from './time-range.ts';

const moment = fc.oneof(
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.double({ min: 0, max: 2e12, noNaN: true }).map((value) => value + 0),
);
const range = fc
  .tuple(moment, moment)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const text = fc.oneof(
  fc.constantFrom('id:1', 'id:(a OR b)', 'id:"a & b=c"', '-id:a*'),
  // Half a pair of surrogates is no text that an address can carry.
  fc.string({ unit: 'grapheme', minLength: 1 }).map((words) => `"${words.replaceAll(/["\\]/gu, '')}"`),
);
const filters: fc.Arbitrary<PanelFilters> = fc.record({
  time: fc.oneof(
    range,
    fc.record({ preset: fc.constantFrom(...(Object.keys(TIME_PRESETS) as TimePreset[])) }),
  ),
  environments: fc.option(fc.uniqueArray(fc.stringMatching(/^[a-z0-9_-]{1,40}$/))),
  texts: fc.record(
    Object.fromEntries(VIEWS.map((view) => [view, text])) as Record<keyof PanelFilters['texts'], typeof text>,
    { requiredKeys: [] },
  ),
});

it('opens a link as the page it was made of, whatever the defaults', () => {
  fc.assert(
    fc.property(filters, filters, (chosen, defaults) => {
      const query = printPanelFilters(chosen, defaults);
      expect(parsePanelFilters(`?mine=1&${query}`, defaults)).toEqual({ filters: chosen, dropped: [] });
    }),
  );
});

it('writes what people can read, and nothing for what goes without saying', () => {
  expect(printPanelFilters(DEFAULT_PANEL_FILTERS)).toBe('');
  const from = Date.UTC(2026, 5, 1);
  const query = printPanelFilters({
    time: { from, to: from + 86_400_000.5 },
    environments: ['production', 'staging'],
    texts: { traces: 'level:ERROR' },
  });
  expect(decodeURIComponent(query)).toBe(
    'time=2026-06-01T00:00:00.000Z,1780358400000.5&env=production&env=staging&filter.traces=level:ERROR',
  );
});

it.each([
  ['time=7days', 'time', 'unreadable'],
  ['time=2026-13-01T00:00:00.000Z,2026-06-01T00:00:00.000Z', 'time', 'unreadable'],
  ['time=1,2,3', 'time', 'unreadable'],
  ['time=5', 'time', 'unreadable'],
  ['time=', 'time', 'unreadable'],
  ['time=toString', 'time', 'unreadable'],
  ['time=2,1', 'time', 'reversed'],
  ['time=1,1', 'time', 'reversed'],
  ['filter.traces=level%3A(ERR', 'filter.traces', 'mistaken'],
])('passes over %s and says so', (query, name, reason) => {
  const { filters: read, dropped } = parsePanelFilters(query);
  expect(read).toEqual(DEFAULT_PANEL_FILTERS);
  expect(dropped).toEqual([{ name, value: new URLSearchParams(query).get(name), reason }]);
});

it('opens whatever becomes of a link', () => {
  const damage = fc.oneof(
    fc.string(),
    fc.constantFrom('%', '&', '=', '%E0%A4', 'time=', 'env=', 'filter.users='),
  );
  fc.assert(
    fc.property(filters, damage, fc.nat(), fc.nat(), (chosen, piece, start, length) => {
      const query = printPanelFilters(chosen);
      const at = start % (query.length + 1);
      const damaged = query.slice(0, at) + piece + query.slice(at + (length % 20));
      const { filters: read } = parsePanelFilters(damaged);
      // What was read can be written, so the page's next link is sound.
      expect(parsePanelFilters(printPanelFilters(read)).filters).toEqual(read);
      expect(parsePanelFilters(printPanelFilters(read)).dropped).toEqual([]);
    }),
  );
});
