import { describeDocumentStore, describeMediaStore, describeTraceStore } from '@oriel/core/conformance';
import type { TraceStore } from '@oriel/core';
import type { StoreSettings } from '@oriel/core/conformance';
import { openIndexedDbStore } from './open-indexeddb-store.ts';
import type { IndexedDbStore } from './open-indexeddb-store.ts';

let opened = 0;
let name = '';
let store: IndexedDbStore;

async function openNew(settings?: StoreSettings): Promise<IndexedDbStore> {
  opened += 1;
  name = `conformance ${opened}`;
  store = await openIndexedDbStore({ name, ...settings });
  return store;
}

async function openAgain(settings: StoreSettings): Promise<TraceStore> {
  await store.close();
  store = await openIndexedDbStore({ name, ...settings });
  return store.traces;
}

describeTraceStore('openIndexedDbStore', {
  create: async (settings) => (await openNew(settings)).traces,
  reopen: openAgain,
});
describeDocumentStore('openIndexedDbStore', { create: async () => (await openNew()).documents });
describeMediaStore('openIndexedDbStore', { create: async () => (await openNew()).media });
