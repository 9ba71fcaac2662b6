// Opens an IndexedDB store, fills it with seeded traffic if asked to, and serves it as a host's worker would.
import { generateTraffic } from '@oriel/core/testing';
import { serveIngestion } from '@oriel/ingest/worker';
import { openIndexedDbStore } from '@oriel/stores/indexeddb';
import type { Opened, OpenOrder } from './worker-messages.ts';

addEventListener('message', ({ data }: MessageEvent<OpenOrder>) => void open(data));

async function open({ name, days, port }: OpenOrder): Promise<void> {
  const store = await openIndexedDbStore({ name });
  serveIngestion(port, { store });
  let writingMs = 0;
  let observations = 0;
  let patches = 0;
  const traffic = days === 0 ? [] : generateTraffic({ seed: 7, days, tracesPerDay: 500, batchSize: 2000 });
  for (const batch of traffic) {
    const started = performance.now();
    await store.traces.write(batch);
    writingMs += performance.now() - started;
    observations += batch.filter(({ kind }) => kind === 'observation').length;
    patches += batch.length;
  }
  const answer: Opened = { observations, patches, writingMs, structureBytes: store.memoryUsage().structure };
  postMessage(answer);
}
