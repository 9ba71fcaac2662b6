import { createPricer, loadDefaultPrices } from '@oriel/core/pricing';
import { serveIngestion } from '@oriel/ingest/worker';
import type { MessageEndpoint } from '@oriel/ingest/worker';
import { openIndexedDbStore } from '@oriel/stores/indexeddb';
import { postStoreEvent, postTrafficProgress } from './store-event-channel.ts';
import { writeTraffic } from './write-traffic.ts';

const store = await openIndexedDbStore({
  name: 'oriel-demo',
  // The metadata keys under which the recorded applications keep ids of their own.
  idKeys: ['messageId', 'correlationId', 'run_id', 'thread_id'],
  onEvent: (event) => postStoreEvent(self, event),
});

serveIngestion(self as unknown as MessageEndpoint, {
  store,
  pricer: createPricer([await loadDefaultPrices()]),
});
await writeTraffic(store.traces, {
  now: Date.now(),
  onProgress: (share) => postTrafficProgress(self, share),
});
