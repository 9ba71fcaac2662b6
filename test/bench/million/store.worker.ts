// Holds a memory store and fills it with seeded traffic, so that the page only asks.
import { generateTraffic } from '@oriel/core/testing';
import { serveIngestion } from '@oriel/ingest/worker';
import { memoryStore } from '@oriel/stores/memory';
import { csvRows } from './table-rows.ts';
import type { FillAnswer, FillOrder } from './worker-messages.ts';

addEventListener('message', ({ data }: MessageEvent<FillOrder>) => void fill(data));

async function fill({ days, port, wantsRows }: FillOrder): Promise<void> {
  const store = memoryStore();
  serveIngestion(port, { store });
  const counts = { traces: 0, observations: 0, scores: 0 };
  let writingMs = 0;
  for (const batch of generateTraffic({ seed: 7, days, tracesPerDay: 500, batchSize: 2000 })) {
    if (wantsRows) answer({ type: 'rows', rows: csvRows(batch) });
    const started = performance.now();
    await store.traces.write(batch);
    writingMs += performance.now() - started;
    for (const { kind } of batch) counts[`${kind}s`] += 1;
  }
  const started = performance.now();
  await store.traces.listTraces({ limit: 1 });
  const firstReadMs = performance.now() - started;
  answer({ type: 'filled', counts, writingMs, firstReadMs, structureBytes: store.memoryUsage().structure });
}

function answer(message: FillAnswer): void {
  postMessage(message);
}
