import { serveIngestion } from '@oriel/ingest/worker';
import type { MessageEndpoint } from '@oriel/ingest/worker';
import { openIndexedDbStore } from '@oriel/stores/indexeddb';
import { openAccess } from '../auth/access.ts';
import { createCollector } from '../create-collector.ts';
import { serveCollector } from '../worker/serve-collector.ts';

/** As a host would write it: one store, for traffic as files and for traffic as requests. Named by the page. */
const endpoint = self as unknown as MessageEndpoint & { readonly name: string };
const store = await openIndexedDbStore({ name: endpoint.name });
serveIngestion(endpoint, { store });
serveCollector(endpoint, createCollector({ store, authorize: openAccess() }));
