import { expect, it } from 'vitest';
import type { Patch } from '../../model/patch.ts';
import { referenceStore } from '../../store/reference-store.ts';
import { lowestRated, ratedNames, ratedNamesQuery } from './lowest-rated.ts';

const score = (id: string, rest: object): Patch => ({
  kind: 'score',
  id,
  at: 1,
  traceId: 'a',
  timestamp: 1,
  name: 'helpful',
  value: 1,
  dataType: 'NUMERIC',
  ...rest,
});

async function filled() {
  const store = referenceStore();
  await store.traces.write([
    { kind: 'trace', id: 'a', at: 1, timestamp: 1, isRecord: true, name: 'run' },
    score('high', { value: 5 }),
    score('low', { value: -2 }),
    score('middle', { value: 3 }),
    score('said', { value: 'fine', dataType: 'TEXT' }),
    score('yes', { name: 'correct', dataType: 'BOOLEAN' }),
    score('word', { name: 'tone', value: 'rude', dataType: 'CATEGORICAL' }),
  ]);
  return store.traces;
}

it('lists the worst judgements of one score first, and no words', async () => {
  const store = await filled();
  const { items } = await store.listScores(lowestRated('helpful'));
  expect(items.map(({ id }) => id)).toEqual(['low', 'middle', 'high']);
});

it('names the scores that have a worst, the most frequent first', async () => {
  const store = await filled();
  expect(ratedNames(await store.aggregate(ratedNamesQuery({})))).toEqual(['helpful', 'correct']);
  const filter = { field: 'name', op: '!=', value: 'helpful' } as const;
  expect(ratedNames(await store.aggregate(ratedNamesQuery({ filter })))).toEqual(['correct']);
});
