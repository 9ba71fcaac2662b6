import type { Observation, ObservationPayload } from '@oriel/core';
import type { ReadPayloads } from './payload-loader.ts';

const BATCH = 200;

/**
 * Observations with their payloads as JSON Lines, read batch by batch: one text for each batch, so that no single
 * string has to hold a whole trace.
 *
 * @param onProgress - is told how much is there, 0 to 1.
 */
export async function logLines(
  observations: readonly Observation[],
  read: ReadPayloads | undefined,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<string[]> {
  const texts: string[] = [];
  for (let start = 0; start < observations.length; start += BATCH) {
    const batch = observations.slice(start, start + BATCH);
    const ids = batch.map(({ id }) => id);
    const payloads = read ? await read(ids, signal) : [];
    signal.throwIfAborted();
    const byId = new Map<string, ObservationPayload>(payloads.map((payload) => [payload.id, payload]));
    const lines = batch.map((observation) => JSON.stringify({ ...observation, ...byId.get(observation.id) }));
    texts.push(`${lines.join('\n')}\n`);
    onProgress(Math.min(1, (start + BATCH) / observations.length));
  }
  return texts;
}
