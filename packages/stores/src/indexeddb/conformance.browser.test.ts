import { describeDocumentStore, describeMediaStore, describeTraceStore } from '@oriel/core/conformance';
import type { TraceStore } from '@oriel/core';
import { openIndexedDbStore } from './open-indexeddb-store.ts';
import type { IndexedDbStore } from './open-indexeddb-store.ts';

let opened = 0;
let name = '';
let store: IndexedDbStore;

async function openNew(): Promise<IndexedDbStore> {
  opened += 1;
  name = `conformance ${opened}`;
  store = await openIndexedDbStore({ name, idKeys: ['messageId'] });
  return store;
}

async function openAgain(): Promise<TraceStore> {
  await store.close();
  store = await openIndexedDbStore({ name, idKeys: ['messageId'] });
  return store.traces;
}

describeTraceStore('openIndexedDbStore', { create: async () => (await openNew()).traces, reopen: openAgain });
describeDocumentStore('openIndexedDbStore', { create: async () => (await openNew()).documents });
describeMediaStore('openIndexedDbStore', { create: async () => (await openNew()).media });
