import { referenceStore } from '@oriel/core';
import type { TraceStore } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { exportStore, importStore } from '@oriel/core/transfer';
import { expect, it } from 'vitest';
import { memoryStore } from './memory-store.ts';

async function everyTrace(store: TraceStore) {
  const { items } = await store.listTraces({ limit: 1000 });
  return Promise.all(
    items.map(async ({ id }) => {
      const structure = await store.readTrace(id);
      const observationIds = structure?.observations.map((observation) => observation.id);
      return { structure, payloads: await store.readPayloads({ traceId: id, observationIds }) };
    }),
  );
}

it('travels as a file into a store of any kind and back', async () => {
  const store = memoryStore();
  for (const batch of generateTraffic({ seed: 4, days: 4, tracesPerDay: 100 }))
    await store.traces.write(batch);
  const expected = await everyTrace(store.traces);
  expect(expected).toHaveLength(400);

  const reference = referenceStore();
  expect((await importStore(reference, exportStore(store))).rejected).toEqual([]);
  expect(await everyTrace(reference.traces)).toEqual(expected);

  const back = memoryStore();
  const { counts } = await importStore(back, exportStore(reference));
  expect(counts.traces).toBe(400);
  expect(await everyTrace(back.traces)).toEqual(expected);
  const scores = { limit: 1000 };
  expect(await back.traces.listScores(scores)).toEqual(await store.traces.listScores(scores));
  expect(await back.traces.listSessions(scores)).toEqual(await store.traces.listSessions(scores));
});
