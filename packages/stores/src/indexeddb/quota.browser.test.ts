import type { Patch } from '@oriel/core';
import { expect, it } from 'vitest';
import { openIndexedDbStore } from './open-indexeddb-store.ts';
import type { IndexedDbStore } from './open-indexeddb-store.ts';
import type { IndexedDbEvent } from './store-event.ts';

const BATCH_BYTES = 300_000;

/** Databases that may take so many bytes: those of a storage bucket, which TypeScript does not know yet. */
async function databasesOf(name: string, quota: number): Promise<IDBFactory> {
  const { storageBuckets } = navigator as unknown as {
    readonly storageBuckets: {
      open(name: string, options: object): Promise<{ readonly indexedDB: IDBFactory }>;
    };
  };
  return (await storageBuckets.open(name, { quota })).indexedDB;
}

/** Text that does not compress. */
function noise(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536)));
  return Array.from(bytes, (byte) => String.fromCharCode(33 + (byte % 90))).join('');
}

function largeBatch(batch: number): Patch[] {
  return Array.from({ length: 5 }, (_, place) => ({
    kind: 'trace',
    id: `t-${batch}-${place}`,
    at: batch,
    timestamp: batch,
    input: noise(BATCH_BYTES / 5),
  }));
}

it('says that the browser has no more room, goes on reading and loses nothing it acknowledged', async () => {
  const name = `quota-${crypto.randomUUID()}`;
  const indexedDB = await databasesOf(name, 12 * BATCH_BYTES);
  const events: IndexedDbEvent[] = [];
  const onEvent = (event: IndexedDbEvent) => events.push(event);
  const store = await openIndexedDbStore({ name, indexedDB, cacheBytes: 0, onEvent });

  let written = 0;
  let refusal: unknown = null;
  while (refusal === null && written < 100) {
    try {
      await store.traces.write(largeBatch(written));
      written += 1;
    } catch (error) {
      refusal = error;
    }
  }
  expect(refusal).toMatchObject({ code: 'storage-full', retryable: false });
  expect(written).toBeGreaterThan(2);
  await expect.poll(() => events.map(({ type }) => type)).toEqual(['storage-full']);

  const count = async ({ traces }: IndexedDbStore) => (await traces.listTraces({ limit: 1000 })).items.length;
  expect(await count(store)).toBe(written * 5);
  expect((await store.traces.readPayloads({ traceId: 't-0-4' })).trace?.input).toHaveLength(BATCH_BYTES / 5);

  await store.close();
  const again = await openIndexedDbStore({ name, indexedDB });
  expect(await count(again)).toBe(written * 5);
  // Deleting is what makes room, so it has to go through.
  await again.traces.deleteTraces(['t-0-0']);
  expect(await count(again)).toBe(written * 5 - 1);
  await again.close();
});
