import { expect, it } from 'vitest';
import { narrowQuery } from './narrow-query.ts';

const a = { field: 'name', op: '=', value: 'a' } as const;
const b = { field: 'name', op: '=', value: 'b' } as const;

it('asks for what meets both queries, in as few words as it takes', () => {
  expect(narrowQuery({ filter: a }, { filter: b, traces: a })).toEqual({
    filter: { and: [a, b] },
    traces: a,
  });
  expect(narrowQuery({ filter: { and: [] } }, { traces: b })).toEqual({ traces: b });
  expect(narrowQuery({}, {})).toEqual({});
});
