import type { Patch } from '../model/patch.ts';
import type { Bytes, EpochMs } from '../model/units.ts';
import { throwIfAborted } from '../store/call-options.ts';
import type { CallOptions } from '../store/call-options.ts';
import type { MediaContent } from '../store/media-store.ts';
import type { Store } from '../store/store.ts';
import type { RunningCounts } from './export-lines.ts';
import { DocumentImport } from './import-documents.ts';
import type { TransferCounts } from './transfer-format.ts';
import { TransferReader } from './transfer-reader.ts';
import type { RejectedLine, TransferItem } from './transfer-reader.ts';
import { unpackStream } from './unpack-stream.ts';

/** Patches written at once, and their length as text: what is held in memory. */
const BATCH = 1000;
const BATCH_BYTES: Bytes = 4 * 1024 * 1024;

export interface ImportOptions extends CallOptions {
  /** Called after each batch. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress extends TransferCounts {
  /** Read of the file as it is, packed or not. */
  readonly bytes: Bytes;
}

export interface ImportReport {
  /** When the file was made; `null` when the line that says so is damaged. */
  readonly exportedAt: EpochMs | null;
  /** What the host called the store it was made of; `null` for nothing, and when the line that says so is damaged. */
  readonly source: string | null;
  /** What the store has now of what the file holds. */
  readonly counts: TransferCounts;
  /** What could not be kept. Everything else was. */
  readonly rejected: readonly RejectedLine[];
}

/**
 * Folds a file of `exportStore`, in gzip or plain, into a store. An empty store then answers as the one that was
 * exported; of what a store has already, the later event counts, as if the file had been sent when it was made. Doing
 * it twice changes nothing. Bad lines are reported and cost no other; so is the end of a file that was cut off.
 *
 * Documents are only added: versions and labels the store has stay as they are.
 *
 * @example
 * const { counts, rejected } = await importStore(store, file.stream());
 *
 * @throws TransferError - the bytes are no export, or one of a newer version; nothing was written.
 * @throws StoreError - what the store refused a write with; `aborted` after the signal. What was written stays, and
 *   importing again completes it.
 */
export async function importStore(
  store: Store,
  stream: ReadableStream<Uint8Array>,
  { signal, onProgress }: ImportOptions = {},
): Promise<ImportReport> {
  const call = { signal };
  const source = stream.getReader();
  const stop = () => void source.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  const reader = new TransferReader(store.media?.capabilities.maxBytes);
  const writer = new ImportWriter(store, call);
  let bytes: Bytes = 0;
  const { chunks, problem } = unpackStream(async () => {
    const step = await source.read();
    if (step.done) return null;
    bytes += step.value.length;
    return step.value;
  });
  const take = async (items: Iterable<TransferItem>) => {
    for (const item of items) {
      throwIfAborted(call);
      if (await writer.take(item)) onProgress?.({ ...writer.counts, bytes });
    }
  };
  try {
    throwIfAborted(call);
    for await (const chunk of chunks) await take(reader.push(chunk));
    // After an abort the stream just ends.
    throwIfAborted(call);
    await take(reader.end(problem()));
    await writer.flush();
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
  onProgress?.({ ...writer.counts, bytes });
  return {
    exportedAt: reader.header?.exportedAt ?? null,
    source: reader.header?.source ?? null,
    counts: writer.counts,
    rejected: writer.rejected,
  };
}

/** Gathers patches into batches, and gives documents and media to their stores. */
class ImportWriter {
  readonly counts: RunningCounts = { traces: 0, observations: 0, scores: 0, documents: 0, media: 0 };
  readonly rejected: RejectedLine[] = [];
  readonly #store: Store;
  readonly #call: CallOptions;
  readonly #documents: DocumentImport;
  #batch: Patch[] = [];
  #batchBytes: Bytes = 0;
  #lastTraceId: string | null = null;

  constructor(store: Store, call: CallOptions) {
    this.#store = store;
    this.#call = call;
    this.#documents = new DocumentImport(store.documents, call);
  }

  /** @returns true when something was written. */
  async take(item: TransferItem): Promise<boolean> {
    if (item.kind === 'patch') return this.#takePatch(item.patch, item.size);
    const reason =
      item.kind === 'rejected'
        ? item.reason
        : item.kind === 'document'
          ? await this.#documents.take(item.document)
          : await this.#takeMedia(item.media);
    if (reason !== null) this.rejected.push({ line: item.line, reason });
    else if (item.kind === 'document') this.counts.documents += 1;
    else this.counts.media += 1;
    return true;
  }

  async flush(): Promise<void> {
    if (this.#batch.length === 0) return;
    await this.#store.traces.write(this.#batch, this.#call);
    for (const patch of this.#batch) this.#count(patch);
    this.#batch = [];
    this.#batchBytes = 0;
  }

  async #takePatch(patch: Patch, size: Bytes): Promise<boolean> {
    this.#batch.push(patch);
    this.#batchBytes += size;
    const most = Math.min(BATCH, this.#store.traces.capabilities.maxBatch);
    if (this.#batch.length < most && this.#batchBytes < BATCH_BYTES) return false;
    await this.flush();
    return true;
  }

  /** The patches of a trace stand together, so a trace is counted where its id is a new one. */
  #count(patch: Patch): void {
    if (patch.kind === 'observation') this.counts.observations += 1;
    if (patch.kind === 'score') this.counts.scores += 1;
    const traceId = (patch.kind === 'trace' ? patch.id : patch.traceId) ?? null;
    if (traceId !== null && traceId !== this.#lastTraceId) this.counts.traces += 1;
    this.#lastTraceId = traceId ?? this.#lastTraceId;
  }

  async #takeMedia({ contentType, bytes }: MediaContent): Promise<string | null> {
    const { media } = this.#store;
    if (!media) return 'The store has no place for media, so the bytes were not kept.';
    await media.write({ contentType, bytes }, this.#call);
    return null;
  }
}
