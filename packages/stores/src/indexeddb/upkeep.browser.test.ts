import type { Patch } from '@oriel/core';
import { expect, it, vi } from 'vitest';
import { openIndexedDbStore } from './open-indexeddb-store.ts';
import { answerOf } from './requests.ts';
import type { IndexedDbEvent } from './store-event.ts';
import { countObservations, patchesOfBatch } from './testing/batches.ts';
import { allText, withRecords } from './testing/raw-records.ts';

/** Tidying up begins when a store has been quiet for a while. */
const IDLE = { timeout: 15_000, interval: 200 };

const newName = () => `upkeep ${crypto.randomUUID()}`;
const segmentsOf = (name: string) => withRecords(name, 'segments', (records) => answerOf(records.count()));
const hasSnapshot = (name: string) =>
  withRecords(name, 'head', async (records) => (await answerOf(records.get('snapshot'))) !== undefined);

it('joins small batches when it is left alone, under the eyes of a tab that reads them', async () => {
  const name = newName();
  const [one, two] = [
    await openIndexedDbStore({ name, cacheBytes: 0 }),
    await openIndexedDbStore({ name, cacheBytes: 0 }),
  ];
  for (let batch = 0; batch < 40; batch += 1) await one.traces.write(patchesOfBatch('w', batch));
  const before = await countObservations(one.traces);
  expect(await segmentsOf(name)).toBe(40);

  await vi.waitFor(async () => expect(await segmentsOf(name)).toBeLessThan(5), IDLE);
  for (const { traces } of [one, two]) {
    const { observations } = await traces.readPayloads({ traceId: 'w-7-b', observationIds: ['o-2'] });
    expect(observations).toMatchObject([{ input: 'w-7-b asks why why ' }]);
    await traces.write([{ kind: 'observation', id: 'o-2', traceId: 'w-7-b', at: 99, output: 'because' }]);
  }
  await Promise.all([one.close(), two.close()]);
  const again = await openIndexedDbStore({ name });
  expect(await countObservations(again.traces)).toEqual(before);
  await again.close();
});

it('leaves nothing of deleted traces on the disk, and keeps all others', async () => {
  const name = newName();
  const store = await openIndexedDbStore({ name });
  for (let batch = 0; batch < 6; batch += 1) await store.traces.write(patchesOfBatch('w', batch));
  await store.traces.deleteTraces(['w-2-a', 'w-3-a', 'w-3-b']);
  expect(await allText(name, 'segments')).toContain('w-3-a asks');

  await vi.waitFor(async () => expect(await allText(name, 'segments')).not.toMatch(/w-2-a|w-3-/), IDLE);
  const left = await countObservations(store.traces);
  expect(left.size).toBe(9);
  await store.close();
  const again = await openIndexedDbStore({ name });
  expect(await countObservations(again.traces)).toEqual(left);
  await again.close();
});

/** Enough for the columns to be worth saving. */
async function writeMany(name: string): Promise<Map<string, number>> {
  const store = await openIndexedDbStore({ name });
  for (let part = 0; part < 6; part += 1) {
    const batches = Array.from({ length: 50 }, (_, batch) => patchesOfBatch(`p${part}`, batch));
    await store.traces.write(batches.flat());
  }
  await vi.waitFor(async () => expect(await hasSnapshot(name)).toBe(true), IDLE);
  const late: Patch[] = [
    { kind: 'trace', id: 'p0-0-a', at: 1e6, name: 'renamed late' },
    { kind: 'trace', id: 'late', at: 1e6, name: 'late' },
  ];
  await store.traces.write(late);
  await store.traces.deleteTraces(['p1-1-a']);
  const counts = await countObservations(store.traces);
  await store.close();
  return counts;
}

it('opens from saved columns and what came after them', async () => {
  const name = newName();
  const before = await writeMany(name);
  // Without what the columns were made of: only saved columns know these traces now.
  await withRecords(name, 'segments', async (records) => {
    const [first = 0] = await answerOf(records.getAllKeys());
    records.delete(first);
  });
  const store = await openIndexedDbStore({ name });
  expect(await countObservations(store.traces)).toEqual(before);
  expect((await store.traces.readTrace('p0-0-a'))?.trace.name).toBe('renamed late');
  expect(await store.traces.readTrace('p1-1-a')).toBeNull();
  await store.close();
});

it('makes the columns anew of the log when the saved ones are damaged, and says so', async () => {
  const name = newName();
  const before = await writeMany(name);
  await withRecords(name, 'snapshots', async (records) => {
    const [key = 0] = await answerOf(records.getAllKeys());
    const bytes = (await answerOf(records.get(key))) as Uint8Array;
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    records.put(bytes, key);
  });
  const events: IndexedDbEvent[] = [];
  const store = await openIndexedDbStore({ name, onEvent: (event) => events.push(event) });
  expect(await countObservations(store.traces)).toEqual(before);
  expect(events).toEqual([{ type: 'damaged', lostPatches: 0 }]);
  await store.close();
});

it('lists the newest traces before the rest is read, and tells of the rest', async () => {
  const name = newName();
  const first = await openIndexedDbStore({ name });
  const text = 'x'.repeat(2000);
  for (let batch = 0; batch < 12; batch += 1) {
    const patches = Array.from({ length: 1000 }, (_, place): Patch => ({
      kind: 'trace',
      id: `t-${batch}-${place}`,
      at: batch,
      timestamp: batch * 1000 + place,
      input: text,
    }));
    await first.traces.write(patches);
  }
  await first.close();

  const store = await openIndexedDbStore({ name });
  let isWhole = false;
  void store.whole.then(() => (isWhole = true));
  const told = new Set<string>();
  store.traces.subscribe(({ traceIds }) => traceIds.forEach((id) => told.add(id)));
  const { items } = await store.traces.listTraces({ limit: 3 });
  expect(isWhole).toBe(false);
  expect(items.map(({ id }) => id)).toEqual(['t-11-999', 't-11-998', 't-11-997']);
  expect(await store.traces.readTrace('t-0-0')).not.toBeNull();
  expect(isWhole).toBe(true);
  expect(told).toContain('t-0-0');
  await store.close();
});

it.each([
  ['age', { maxAge: 60_000 }],
  ['count', { maxTraces: 4 }],
  ['bytes', { maxBytes: 7000 }],
] as const)('forgets by itself what a retention by %s lets go, in every tab', async (_, retention) => {
  const name = newName();
  const [one, two] = [await openIndexedDbStore({ name, retention }), await openIndexedDbStore({ name })];
  const now = Date.now();
  for (let batch = 0; batch < 5; batch += 1) {
    const timestamp = batch < 3 ? now - 120_000 + batch : now + batch;
    const patches = patchesOfBatch('w', batch);
    await one.traces.write(
      patches.map((patch) => (patch.kind === 'trace' ? { ...patch, timestamp } : patch)),
    );
  }
  for (const { traces } of [one, two]) {
    const left = async () => (await traces.listTraces()).items.map(({ id }) => id).toSorted();
    await vi.waitFor(async () => expect(await left()).toEqual(['w-3-a', 'w-3-b', 'w-4-a', 'w-4-b']), IDLE);
  }
  await Promise.all([one.close(), two.close()]);
});
