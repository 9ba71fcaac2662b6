import type { Bytes, Patch, TraceStore } from '@oriel/core';
import { expect, it, vi } from 'vitest';
import { openIndexedDbStore } from './open-indexeddb-store.ts';
import type { IndexedDbEvent } from './store-event.ts';
import { databasesWithQuota } from './testing/small-bucket.ts';

const QUOTA: Bytes = 4_000_000;
/** Batches among the first, which are large. */
const SOME = [3, 4, 5, 6];
/** The store tidies up when it was quiet for a while. */
const IDLE = { timeout: 20_000, interval: 100 };

/** Text that does not compress. */
function noise(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => String.fromCharCode(33 + (byte % 90))).join('');
}

function batchOf(batch: number, bytes: Bytes): Patch[] {
  return Array.from({ length: 5 }, (_, place) => ({
    kind: 'trace',
    id: `t-${batch}-${place}`,
    at: batch,
    timestamp: batch,
    input: noise(bytes / 5),
  }));
}

/** Writes batches until not even a small one is taken any more; resolves with how many were, and the last refusal. */
async function fill(traces: TraceStore): Promise<{ readonly batches: number; readonly refusal: unknown }> {
  let batches = 0;
  let refusal: unknown = null;
  for (const bytes of [300_000, 100_000, 20_000, 2000, 50]) {
    for (refusal = null; refusal === null && batches < 2000;) {
      try {
        await traces.write(batchOf(batches, bytes));
        batches += 1;
      } catch (error) {
        refusal = error;
      }
    }
  }
  return { batches, refusal };
}

async function idsIn(traces: TraceStore): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await traces.listTraces({ limit: 1000, cursor, order: { field: 'id', direction: 'asc' } });
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
}

function idsOf(batches: readonly number[]): string[] {
  return batches.flatMap((batch) => Array.from({ length: 5 }, (_, place) => `t-${batch}-${place}`));
}

it('says that the browser has no more room, goes on reading and loses nothing it acknowledged', async () => {
  const indexedDB = await databasesWithQuota(QUOTA);
  const events: IndexedDbEvent[] = [];
  const onEvent = (event: IndexedDbEvent) => events.push(event);
  const store = await openIndexedDbStore({ name: 'full', indexedDB, cacheBytes: 0, onEvent });
  const { batches, refusal } = await fill(store.traces);
  expect(refusal).toMatchObject({ code: 'storage-full', retryable: false });
  expect(batches).toBeGreaterThan(2);
  await expect.poll(() => new Set(events.map(({ type }) => type))).toEqual(new Set(['storage-full']));

  const all = idsOf(Array.from({ length: batches }, (_, batch) => batch)).toSorted();
  expect(await idsIn(store.traces)).toEqual(all);
  expect((await store.traces.readPayloads({ traceId: 't-0-4' })).trace?.input).toHaveLength(60_000);
  await store.close();

  const again = await openIndexedDbStore({ name: 'full', indexedDB });
  expect(await idsIn(again.traces)).toEqual(all);
  await again.close();
});

it('deletes when there is no room left, one trace after the other, and has room again soon', async () => {
  const indexedDB = await databasesWithQuota(QUOTA);
  const events: IndexedDbEvent[] = [];
  const first = await openIndexedDbStore({ name: 'full', indexedDB });
  const { batches } = await fill(first.traces);
  await first.close();

  const store = await openIndexedDbStore({ name: 'full', indexedDB, onEvent: (event) => events.push(event) });
  for (let batch = 0; batch < 3; batch += 1) await store.traces.deleteTraces([`t-${batch}-0`]);
  // A browser gives somewhat more than it says, so this much is well beyond what it gave.
  await store.traces.deleteTraces(idsOf(SOME));
  const left = idsOf(Array.from({ length: batches }, (_, batch) => batch)).filter(
    (id) => !['t-0-0', 't-1-0', 't-2-0', ...idsOf(SOME)].includes(id),
  );
  expect(await idsIn(store.traces)).toEqual(left.toSorted());
  expect(events).toEqual([]);

  // No tab of it was left that knows of them: it is the disk that does.
  await store.close();
  const again = await openIndexedDbStore({ name: 'full', indexedDB, onEvent: (event) => events.push(event) });
  expect(await idsIn(again.traces)).toEqual(left.toSorted());
  await vi.waitFor(() => again.traces.write(batchOf(5000, 200_000)), IDLE);
  expect((await again.traces.readPayloads({ traceId: 't-0-1' })).trace?.input).toHaveLength(60_000);
  expect(events.filter(({ type }) => type === 'upkeep-failed')).toEqual([]);
  await again.close();
});

it('can be filled and emptied again and again', async () => {
  const indexedDB = await databasesWithQuota(QUOTA);
  const store = await openIndexedDbStore({ name: 'full', indexedDB });
  for (let round = 0; round < 3; round += 1) {
    await fill(store.traces);
    const ids = await idsIn(store.traces);
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids.slice(0, 5)) await store.traces.deleteTraces([id]);
    await store.traces.deleteTraces(ids);
    expect(await idsIn(store.traces)).toEqual([]);
    await vi.waitFor(() => store.traces.write(batchOf(5000, 200_000)), IDLE);
  }
  await store.close();
});

it('makes room by itself with a retention, however full it is', async () => {
  const indexedDB = await databasesWithQuota(QUOTA);
  const first = await openIndexedDbStore({ name: 'full', indexedDB });
  await fill(first.traces);
  await first.close();
  const events: IndexedDbEvent[] = [];
  const store = await openIndexedDbStore({
    name: 'full',
    indexedDB,
    retention: { maxTraces: 12 },
    onEvent: (event) => events.push(event),
  });
  await vi.waitFor(async () => expect(await idsIn(store.traces)).toHaveLength(12), IDLE);
  for (let batch = 5000; batch < 5005; batch += 1) {
    await vi.waitFor(() => store.traces.write(batchOf(batch, 200_000)), IDLE);
  }
  expect(events.filter(({ type }) => type === 'upkeep-failed')).toEqual([]);
  await store.close();
});
