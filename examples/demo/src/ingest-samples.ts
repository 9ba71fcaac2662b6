import type { IngestionClient } from '@oriel/ingest/worker';
import { LAST_SAMPLE, sampleRequests } from './sample-requests.ts';

/** Sends the recorded requests through the worker, as fast as it takes them, unless the store has them. */
export async function ingestSamples(client: IngestionClient): Promise<void> {
  if ((await client.store.traces.readTrace(LAST_SAMPLE)) !== null) return;
  const sent: Promise<unknown>[] = [];
  for await (const request of sampleRequests()) {
    await client.whenReady();
    sent.push(client.ingest(request));
  }
  await Promise.all(sent);
}
