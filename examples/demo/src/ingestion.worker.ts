import { serveIngestion } from '@oriel/ingest/worker';
import type { MessageEndpoint } from '@oriel/ingest/worker';
import { memoryStore } from '@oriel/stores/memory';
import { writeTraffic } from './write-traffic.ts';

// The metadata keys under which the recorded applications keep ids of their own.
const store = memoryStore({ idKeys: ['messageId', 'correlationId', 'run_id', 'thread_id'] });

serveIngestion(self as unknown as MessageEndpoint, { store });
await writeTraffic(store.traces);
