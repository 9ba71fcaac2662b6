import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTraceViewState, printTraceViewState } from './trace-view-state.ts';

it('keeps a plain link plain', () => {
  expect(printTraceViewState({})).toBe('');
  expect(printTraceViewState({ selectedId: null, mode: 'tree' })).toBe('');
  expect(printTraceViewState({ selectedId: '4f1c', mode: 'timeline' })).toBe(
    'observation=4f1c&view=timeline',
  );
});

it('passes over parameters that are not its own', () => {
  expect(parseTraceViewState('?tab=orders&observation=4f1c')).toEqual({ selectedId: '4f1c' });
  expect(parseTraceViewState('')).toEqual({});
});

it('reads back whatever it wrote', () => {
  const states = fc.record(
    {
      selectedId: fc.string({ minLength: 1, unit: 'grapheme' }),
      mode: fc.constantFrom('tree', 'timeline', 'notes'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(states, (state) => {
      const { mode, ...rest } = state;
      const printed = printTraceViewState(state);
      expect(parseTraceViewState(printed)).toEqual({ ...rest, ...(mode && mode !== 'tree' && { mode }) });
    }),
  );
});
