import type { IngestionClient } from '@oriel/ingest/worker';
import { sampleRequests } from './sample-requests.ts';

/** Sends the recorded requests through the worker, as fast as it takes them. */
export async function ingestSamples(client: IngestionClient): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for await (const request of sampleRequests()) {
    await client.whenReady();
    sent.push(client.ingest(request));
  }
  await Promise.all(sent);
}
