import { throwIfAborted } from '@oriel/core';
import type { Store } from '@oriel/core';
import type { ParsedMedia } from '../media/parsed-media.ts';
import { parsePayload } from '../parse-payload.ts';
import type { RawPayload } from '../parse-payload.ts';
import type { RejectedItem } from '../rejected-item.ts';
import { touchedRecords } from './ingest-report.ts';
import type { IngestProgress, IngestReport } from './ingest-report.ts';

export interface IngestPayloadOptions {
  readonly store: Store;
  /** Most patches per write; the store's own limit holds too. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IngestProgress) => void;
}

type WritableMedia = ParsedMedia & { readonly bytes: Uint8Array };

/**
 * Parses a payload and writes what it holds. What was written before a failure stays; ingesting the same payload
 * again completes it and doubles nothing.
 *
 * @throws StoreError - the store's own, or `aborted`.
 */
export async function ingestPayload(
  payload: RawPayload,
  { store, batchSize, signal, onProgress }: IngestPayloadOptions,
): Promise<IngestReport> {
  throwIfAborted({ signal });
  const startedAt = performance.now();
  const bytes = payload.body.length;
  onProgress({ stage: 'parsing', written: 0, total: 0 });
  const { patches, media, rejected, ignored } = await parsePayload(payload);
  const { writable, unwritable } = sortMedia(media, store);
  const total = patches.length + writable.length;
  let written = 0;
  const advance = (count: number) => {
    written += count;
    onProgress({ stage: 'writing', written, total });
  };
  advance(0);

  const size = Math.min(batchSize, store.traces.capabilities.maxBatch);
  for (let start = 0; start < patches.length; start += size) {
    throwIfAborted({ signal });
    const batch = patches.slice(start, start + size);
    await store.traces.write(batch, { signal });
    advance(batch.length);
  }
  for (const item of writable) {
    throwIfAborted({ signal });
    await store.media?.write({ contentType: item.contentType, bytes: item.bytes }, { signal });
    advance(1);
  }

  const { traceIds, observations, scores } = touchedRecords(patches);
  return {
    traceIds,
    counts: { traces: traceIds.length, observations, scores, media: writable.length },
    rejected: [...rejected, ...unwritable],
    ignored,
    bytes,
    durationMs: performance.now() - startedAt,
  };
}

/** Media announced without bytes is in neither list: its bytes come in a payload of their own. */
function sortMedia(
  media: readonly ParsedMedia[],
  store: Store,
): { writable: WritableMedia[]; unwritable: RejectedItem[] } {
  const writable: WritableMedia[] = [];
  const unwritable: RejectedItem[] = [];
  for (const item of media) {
    if (!item.bytes) continue;
    const problem = mediaProblem(item.bytes.length, store);
    if (problem === null) writable.push({ ...item, bytes: item.bytes });
    else unwritable.push({ where: `media ${item.id}`, reason: problem });
  }
  return { writable, unwritable };
}

function mediaProblem(length: number, { media }: Store): string | null {
  if (!media) {
    return 'The store has no place for media, so the bytes were not kept. Give the worker a store with `media`.';
  }
  if (length > media.capabilities.maxBytes) {
    return `The media has ${length} bytes and the store takes ${media.capabilities.maxBytes}, so it was not kept. Send smaller media, or use a store that takes more.`;
  }
  return null;
}
