// The demo's store, with a month of seeded traffic.
import type { TraceStore } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { serveIngestion } from '@oriel/ingest/worker';
import { openIndexedDbStore } from '@oriel/stores/indexeddb';
import { TRAFFIC } from './traffic.ts';
import type { Filled, OpenAnswer, OpenOrder } from './worker-messages.ts';

const HOUR = 3_600_000;

addEventListener('message', ({ data }: MessageEvent<OpenOrder>) => {
  // Nobody hears of a promise that fails in a worker.
  open(data).catch((error: unknown) => reportError(error));
});

async function open({ fill, port }: OpenOrder): Promise<void> {
  const store = await openIndexedDbStore({ name: 'dashboard' });
  const filled = fill === null ? null : await write(store.traces, fill);
  serveIngestion(port, { store });
  answer({ type: 'served' });
  await store.whole;
  answer({ type: 'whole', filled });
}

async function write(traces: TraceStore, count: number): Promise<Filled> {
  const started = performance.now();
  const counts = { traces: 0, observations: 0, scores: 0 };
  const { seed, days } = TRAFFIC;
  const until = Math.floor(Date.now() / HOUR) * HOUR;
  for (const batch of generateTraffic({ seed, days, tracesPerDay: count / days, until, batchSize: 2000 })) {
    await traces.write(batch);
    for (const { kind } of batch) counts[`${kind}s`] += 1;
  }
  return { counts, ms: performance.now() - started };
}

function answer(message: OpenAnswer): void {
  postMessage(message);
}
