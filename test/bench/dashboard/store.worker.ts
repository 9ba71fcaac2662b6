// The demo's store, filled with a month of seeded traffic before the page asks anything.
import { generateTraffic } from '@oriel/core/testing';
import { serveIngestion } from '@oriel/ingest/worker';
import { openIndexedDbStore } from '@oriel/stores/indexeddb';
import type { Filled, FillOrder } from './worker-messages.ts';

const HOUR = 3_600_000;
const DAYS = 30;

addEventListener('message', ({ data }: MessageEvent<FillOrder>) => {
  // Nobody hears of a promise that fails in a worker.
  fill(data).catch((error: unknown) => reportError(error));
});

async function fill({ traces, port }: FillOrder): Promise<void> {
  const started = performance.now();
  const store = await openIndexedDbStore({ name: 'dashboard' });
  const counts = { traces: 0, observations: 0, scores: 0 };
  const until = Math.floor(Date.now() / HOUR) * HOUR;
  for (const batch of generateTraffic({
    seed: 7,
    days: DAYS,
    tracesPerDay: traces / DAYS,
    until,
    batchSize: 2000,
  })) {
    await store.traces.write(batch);
    for (const { kind } of batch) counts[`${kind}s`] += 1;
  }
  serveIngestion(port, { store });
  const filled: Filled = { counts, ms: performance.now() - started };
  postMessage(filled);
}
