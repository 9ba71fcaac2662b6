import { expect, it } from 'vitest';
import { encodePatches } from '../segments/encode-patches.ts';
import { openIndexedDbStore } from './open-indexeddb-store.ts';
import { answerOf } from './requests.ts';
import { SCHEMA_VERSION } from './schema.ts';
import type { IndexedDbEvent } from './store-event.ts';
import { patchesOfBatch } from './testing/batches.ts';

const newName = () => `schema ${crypto.randomUUID()}`;

/** A database as version 1 of the schema had it, with one batch in it. */
async function openVersionOne(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    const patches = patchesOfBatch('old', 0);
    const bytes = encodePatches(0, patches).slice();
    const segments = request.result.createObjectStore('segments');
    segments.put(bytes, [0, patches.length, bytes.length]);
    request.result.createObjectStore('deletions');
    request.result.createObjectStore('head').put(patches.length, 'head');
  });
  return answerOf(request);
}

it('takes over the traces of an older version and goes on from there', async () => {
  const name = newName();
  (await openVersionOne(name)).close();
  const store = await openIndexedDbStore({ name });
  expect((await store.traces.listTraces()).items.map(({ id }) => id)).toEqual(['old-0-a', 'old-0-b']);
  await store.traces.write(patchesOfBatch('new', 1));
  await store.documents.write({ kind: 'prompt', name: 'p', body: 1 });
  expect((await store.traces.listTraces()).items).toHaveLength(4);
  await store.close();
});

it('lets go of the database for a page of a newer version, and says so', async () => {
  const name = newName();
  const events: IndexedDbEvent[] = [];
  const store = await openIndexedDbStore({ name, onEvent: (event) => events.push(event) });
  await store.traces.write(patchesOfBatch('w', 0));

  const newer = await answerOf(indexedDB.open(name, SCHEMA_VERSION + 1));
  expect(events).toEqual([{ type: 'superseded' }]);
  const gone = { code: 'closed', message: expect.stringContaining('newer version') as string };
  await expect(store.traces.write(patchesOfBatch('w', 1))).rejects.toMatchObject(gone);
  await expect(store.traces.listTraces()).rejects.toMatchObject(gone);
  await expect(store.documents.list({ kind: 'prompt' })).rejects.toMatchObject(gone);
  await store.close();
  newer.close();

  const refused = { code: 'unsupported', message: expect.stringContaining('Reload') as string };
  await expect(openIndexedDbStore({ name })).rejects.toMatchObject(refused);
});

it('says which tab is in the way when one with an older version does not let go', async () => {
  const name = newName();
  const stubborn = await openVersionOne(name);
  await expect(openIndexedDbStore({ name })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('older version') as string,
  });
  stubborn.close();
  const store = await openIndexedDbStore({ name });
  expect((await store.traces.listTraces()).items).toHaveLength(2);
  await store.close();
});

it('says that the site’s data were cleared', async () => {
  const name = newName();
  const events: IndexedDbEvent[] = [];
  const store = await openIndexedDbStore({ name, onEvent: (event) => events.push(event) });
  await answerOf(indexedDB.deleteDatabase(name));
  expect(events).toEqual([{ type: 'taken-away' }]);
  await expect(store.traces.listTraces()).rejects.toMatchObject({ code: 'closed' });
  await store.close();
});
