import { referenceStore } from '@oriel/core';
import { serveIngestion } from '@oriel/ingest/worker';
import type { MessageEndpoint } from '@oriel/ingest/worker';

// The metadata keys under which the recorded applications keep ids of their own.
serveIngestion(self as unknown as MessageEndpoint, {
  store: referenceStore({ idKeys: ['messageId', 'correlationId', 'run_id', 'thread_id'] }),
});
