// Opens the store in IndexedDB and serves it; tells when the newest traces can be listed, and when all can be asked.
import { serveIngestion } from '@oriel/ingest/worker';
import { openIndexedDbStore } from '@oriel/stores/indexeddb';
import type { OpenAnswer, OpenOrder } from './worker-messages.ts';

addEventListener('message', ({ data }: MessageEvent<OpenOrder>) => void open(data));

async function open({ name, port }: OpenOrder): Promise<void> {
  const store = await openIndexedDbStore({ name });
  serveIngestion(port, { store });
  answer('newest');
  await store.whole;
  answer('whole');
}

function answer(message: OpenAnswer): void {
  postMessage(message);
}
