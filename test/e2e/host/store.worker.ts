import { generateTraffic } from '@oriel/core/testing';
import { serveIngestion } from '@oriel/ingest/worker';
import type { MessageEndpoint } from '@oriel/ingest/worker';
import { openIndexedDbStore } from '@oriel/stores/indexeddb';
import { NOW } from './moment.ts';
import { STORIES } from './stories.ts';

/** Two weeks of a company's traffic, with the stories in it; on the first visit of a browser's profile alone. */
const store = await openIndexedDbStore({ name: 'oriel-e2e' });
const { items } = await store.traces.listTraces({ limit: 1 });
if (items.length === 0 && self.name !== '?empty') {
  for (const batch of generateTraffic({ days: 14, tracesPerDay: 12, until: NOW })) {
    await store.traces.write(batch);
  }
  await store.traces.write(STORIES);
}
serveIngestion(self as unknown as MessageEndpoint, { store });
