import { createPricer, loadDefaultPrices } from '@oriel/core/pricing';
import { serveIngestion } from '@oriel/ingest/worker';
import type { MessageEndpoint } from '@oriel/ingest/worker';
import { createCollector, openAccess } from '@oriel/server';
import { serveCollector } from '@oriel/server/worker';
import { openIndexedDbStore } from '@oriel/stores/indexeddb';
import { postStoreEvent, postTrafficProgress } from './store-event-channel.ts';
import { writeTraffic } from './write-traffic.ts';

const store = await openIndexedDbStore({
  name: 'oriel-demo',
  // The metadata keys under which the recorded applications keep ids of their own.
  idKeys: ['messageId', 'correlationId', 'run_id', 'thread_id'],
  onEvent: (event) => postStoreEvent(self, event),
});

const endpoint = self as unknown as MessageEndpoint;
const pricer = createPricer([await loadDefaultPrices()]);
serveIngestion(endpoint, { store, pricer });
// For what runs in the page itself: nobody else can reach it.
serveCollector(endpoint, createCollector({ store, authorize: openAccess(), ingestion: { pricer } }));
await writeTraffic(store.traces, {
  now: Date.now(),
  onProgress: (share) => postTrafficProgress(self, share),
});
