import { payloadTexts } from '@oriel/core';
import type { ObservationId, ObservationPayload } from '@oriel/core';
import type { ReadPayloads } from './payload-loader.ts';
import type { SearchLogPayloads } from './use-payload-search.ts';

const BATCH = 200;

/** A search for where no store can: reads all payloads, batch by batch, and looks into each. */
export function searchReadPayloads(
  read: ReadPayloads,
  observationIds: readonly ObservationId[],
): SearchLogPayloads {
  return async function* search(text, signal) {
    const needle = text.toLowerCase();
    for (let start = 0; start < observationIds.length; start += BATCH) {
      const payloads = await read(observationIds.slice(start, start + BATCH), signal);
      const found = payloads.filter((payload) => isIn(payload, needle)).map(({ id }) => id);
      yield { found, share: Math.min(1, (start + BATCH) / observationIds.length) };
    }
  };
}

function isIn({ input, output, metadata }: ObservationPayload, needle: string): boolean {
  return [input, output, metadata].some((part) =>
    payloadTexts(part).some((text) => text.toLowerCase().includes(needle)),
  );
}
