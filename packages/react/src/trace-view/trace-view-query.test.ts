import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '@oriel/core';
import { parseTraceViewState, printTraceViewState } from './trace-view-query.ts';
import { TRACE_VIEW_MODES } from './trace-view-state.ts';

it('keeps a plain link plain', () => {
  expect(printTraceViewState({})).toBe('');
  expect(
    printTraceViewState({
      selectedId: null,
      mode: 'tree',
      detailTab: 'formatted',
      tree: { searchText: '', minimumLevel: 'DEBUG', isGrouped: false },
      timeline: { display: { mode: 'rows', compressGaps: false, criticalPath: false, ownTime: false } },
      graphMode: 'aggregated',
      logFilter: { text: '', levels: [], types: [] },
    }),
  ).toBe('');
});

it('can be read, and typed, by a person', () => {
  expect(
    printTraceViewState({
      selectedId: '4f1c',
      mode: 'timeline',
      timeline: {
        display: { mode: 'lanes', compressGaps: false, criticalPath: true, ownTime: false },
        viewport: { start: 0, end: 1200.5, top: 0, laneHeight: 26 },
      },
    }),
  ).toBe('observation=4f1c&view=timeline&timeline=lanes+path&range=0%2C1200.5%2C0%2C26');
});

it('passes over parameters that are not its own, and values that make no sense', () => {
  expect(parseTraceViewState('?tab=orders&observation=4f1c')).toEqual({ selectedId: '4f1c' });
  expect(parseTraceViewState('?range=5,NaN,0,26&tree.level=LOUD&timeline=sideways&graph=maybe')).toEqual({});
  expect(parseTraceViewState('?range=9,1,0,26&log.levels=ERROR+LOUD')).toEqual({
    logFilter: { text: '', levels: ['ERROR'], types: [] },
  });
  expect(parseTraceViewState('')).toEqual({});
});

it('reads back whatever it wrote', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' });
  const finite = fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((number) => number + 0);
  const viewport = fc
    .tuple(finite, finite, finite, finite)
    .filter(([start, end]) => start < end)
    .map(([start, end, top, laneHeight]) => ({ start, end, top, laneHeight }));
  const display = fc.record({
    mode: fc.constantFrom('rows' as const, 'lanes' as const),
    compressGaps: fc.boolean(),
    criticalPath: fc.boolean(),
    ownTime: fc.constant(true),
  });
  const states = fc.record(
    {
      selectedId: text,
      mode: fc.constantFrom(...TRACE_VIEW_MODES.filter((mode) => mode !== 'tree'), 'notes'),
      detailTab: fc.constant('json'),
      tree: fc.record({
        searchText: text,
        minimumLevel: fc.constantFrom(...OBSERVATION_LEVELS.filter((level) => level !== 'DEBUG')),
        isGrouped: fc.constant(true),
      }),
      timeline: fc.record({ display, viewport }),
      graphMode: fc.constant('as-it-ran' as const),
      logFilter: fc.record({
        text,
        levels: fc.subarray([...OBSERVATION_LEVELS]),
        types: fc.subarray([...OBSERVATION_TYPES]),
      }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(states, (state) => {
      expect(parseTraceViewState(`?mine=1&${printTraceViewState(state)}`)).toEqual(state);
    }),
  );
});
