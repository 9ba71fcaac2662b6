import { referenceStore } from '@oriel/core';
import { describeDocumentStore, describeMediaStore, describeTraceStore } from '@oriel/core/conformance';
import type { StoreSettings } from '@oriel/core/conformance';
import { afterEach } from 'vitest';
import { connectIngestion } from './connect-ingestion.ts';
import { serveIngestion } from './serve-ingestion.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

async function storeBehindWorker(settings?: StoreSettings) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serveIngestion(port2, { store: referenceStore(settings) });
  const { store } = await connectIngestion(port1);
  const { traces, documents, media } = store;
  if (!documents || !media) throw new Error('The worker serves less than its store has.');
  return { traces, documents, media };
}

describeTraceStore('the store behind a worker', {
  create: async (settings) => (await storeBehindWorker(settings)).traces,
});

describeDocumentStore('the documents behind a worker', {
  create: async () => (await storeBehindWorker()).documents,
});

describeMediaStore('the media behind a worker', {
  create: async () => (await storeBehindWorker()).media,
});
