import { expect, it } from 'vitest';
import type { Filter } from './filter.ts';
import { checkFilter } from './check-filter.ts';

it.each([{ and: 5 }, { or: 'x' }, { not: null }, 7, null, {}, { and: [{ or: [3] }] }])(
  'explains what is wrong with %j instead of failing on it',
  (filter) => {
    const check = () => checkFilter('traces', filter as unknown as Filter);
    expect(check).toThrow(expect.objectContaining({ code: 'bad-query' }));
  },
);

it('names the fields there are when one is not', () => {
  expect(() => checkFilter('traces', { field: 'nmae', op: '=', value: 'a' })).toThrow(/Use one of: id, name/);
});

it('refuses a filter so deep that it would end the call stack of whoever evaluates it', () => {
  let filter: Filter = { field: 'name', op: '=', value: 'a' };
  for (let depth = 0; depth < 400; depth += 1) filter = { not: filter };
  expect(() => checkFilter('traces', filter)).not.toThrow();
  for (let depth = 0; depth < 100_000; depth += 1) filter = { and: [filter] };
  expect(() => checkFilter('traces', filter)).toThrow(expect.objectContaining({ code: 'bad-query' }));
});
