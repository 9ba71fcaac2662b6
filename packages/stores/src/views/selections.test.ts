import { expect, it } from 'vitest';
import { referenceStore } from '@oriel/core';
import type { AggregateQuery, Filter, Patch, TraceStore } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { memoryStore } from '../memory/memory-store.ts';
import type { ViewRows } from './view-rows.ts';
import { Selections } from './selections.ts';

const patches = [...generateTraffic({ seed: 3, days: 2, tracesPerDay: 30 })].flat();
const [first] = patches.filter(({ kind }) => kind === 'trace');
const page: Filter = {
  and: [
    { field: 'startTime', op: '>=', value: Date.UTC(2026, 10, 22) },
    { not: { field: 'environment', op: '=', value: 'staging' } },
  ],
};
const filters: Filter[] = [
  page,
  { and: [page, { field: 'level', op: '=', value: 'ERROR' }] },
  { and: [{ and: [{ field: 'latency', op: '>', value: 500 }] }, page] },
  { or: [page, { field: 'level', op: '=', value: 'ERROR' }] },
];
const questions: AggregateQuery[] = filters.flatMap((filter) => [
  { view: 'traces', measures: [{ aggregate: 'count' }], filter },
  { view: 'observations', measures: [{ aggregate: 'count' }], filter },
  { view: 'observations', measures: [{ aggregate: 'count' }], filter, traces: page },
  { view: 'observations', measures: [{ aggregate: 'count' }], traces: filter },
]);

async function askAll(store: TraceStore) {
  const answers = [];
  for (const question of questions) answers.push((await store.aggregate(question)).rows[0]?.values);
  return answers;
}

it('answers what was asked before as if nobody had asked, also after writes and deletions', async () => {
  const [store, reference] = [memoryStore().traces, referenceStore().traces];
  const change: Patch = { ...patches.at(-1), kind: 'trace', id: first?.id ?? '', at: Date.UTC(2027, 0) };
  for (const act of [
    (one: TraceStore) => one.write(patches),
    (one: TraceStore) => one.write([{ ...change, environment: 'staging' }]),
    (one: TraceStore) => one.deleteTraces([first?.id ?? '']),
  ]) {
    await act(store);
    await act(reference);
    const expected = await askAll(reference);
    expect(await askAll(store)).toEqual(expected);
    expect(await askAll(store)).toEqual(expected);
  }
});

it('tells bounds apart that JSON does not', async () => {
  const store = memoryStore().traces;
  await store.write(patches);
  const count = async (value: number) => {
    const filter: Filter = { field: 'latency', op: '<', value };
    const { rows } = await store.aggregate({ view: 'traces', measures: [{ aggregate: 'count' }], filter });
    return rows[0]?.values[0];
  };
  expect(await count(-Infinity)).toBe(0);
  expect(await count(Infinity)).toBe(60);
});

it('finds the rows of a filter once between two changes, and lets the oldest go for room', () => {
  let asked = 0;
  const column = {
    kind: 'numbers',
    gather(rows: Uint32Array) {
      asked += 1;
      return Float64Array.from(rows);
    },
  } as const;
  const rows = Uint32Array.from({ length: 4 * 2 ** 20 }, (_, row) => row);
  const view = { view: 'traces', rows, column: () => column } as unknown as ViewRows<'traces'>;
  const selections = new Selections();
  const select = (value: number) =>
    selections.select(view, undefined, { field: 'latency', op: '>=', value }).length;

  expect([select(1), select(1)]).toEqual([rows.length - 1, rows.length - 1]);
  expect(asked).toBe(1);
  selections.moveTo(1);
  select(1);
  expect(asked).toBe(2);
  for (const value of [2, 3, 4]) select(value);
  expect(selections.memoryUsage).toBeLessThan(64 * 2 ** 20);
  select(4);
  expect(asked).toBe(5);
  select(1);
  expect(asked).toBe(6);
});
