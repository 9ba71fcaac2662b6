import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PAGES, parseRoute, printRoute } from './route.ts';

it('comes back from its address, whatever the id', () => {
  const ids = fc.string({ minLength: 1, unit: 'grapheme' });
  const queries = fc.constantFrom('', 'time=1d', 'observation=a%2Fb&view=graph');
  fc.assert(
    fc.property(
      fc.constantFrom('traces', 'sessions', 'users', 'dashboards'),
      ids,
      queries,
      (page, id, query) => {
        expect(parseRoute(printRoute({ page, id, query }))).toEqual({ page, id, query });
      },
    ),
  );
  for (const page of PAGES) {
    expect(parseRoute(printRoute({ page, id: null, query: 'time=7d' }))).toEqual({
      page,
      id: null,
      query: 'time=7d',
    });
  }
});

it('opens something sensible where an address was cut or typed by hand', () => {
  expect(parseRoute('')).toEqual({ page: 'home', id: null, query: '' });
  expect(parseRoute('/nowhere/at-all')).toEqual({ page: 'home', id: null, query: '' });
  expect(parseRoute('/traces/')).toEqual({ page: 'traces', id: null, query: '' });
  expect(parseRoute('/traces/100%')).toEqual({ page: 'traces', id: '100%', query: '' });
  expect(parseRoute('/traces/a/b?view=log')).toEqual({ page: 'traces', id: 'a/b', query: 'view=log' });
  expect(parseRoute('/costs/anything')).toEqual({ page: 'costs', id: null, query: '' });
});
