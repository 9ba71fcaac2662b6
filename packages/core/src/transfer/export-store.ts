import type { Bytes } from '../model/units.ts';
import type { Filter } from '../query/filter.ts';
import { throwIfAborted } from '../store/call-options.ts';
import type { CallOptions } from '../store/call-options.ts';
import type { Store } from '../store/store.ts';
import { byteStream, packed } from './byte-stream.ts';
import { exportLines } from './export-lines.ts';
import type { RunningCounts } from './export-lines.ts';
import type { TransferCounts } from './transfer-format.ts';

/** Text gathered before it goes on: many lines, few steps. */
const CHUNK: Bytes = 64 * 1024;

export interface ExportOptions extends CallOptions {
  /**
   * Which traces, as a filter of the traces view; with them go their observations, scores and media, and the scores on
   * sessions of which every trace is selected. Default: everything, documents and all other scores too.
   */
  readonly traces?: Filter | undefined;
  /** What to call the store in the file. Default: nothing. */
  readonly source?: string | undefined;
  /** Default `gzip`. */
  readonly compression?: 'gzip' | 'none' | undefined;
  /** Called after about every 64 KiB of text. */
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined;
}

/** What is in the file by now. */
export interface ExportProgress extends TransferCounts {
  /** Traces there were when the export began. */
  readonly totalTraces: number;
}

/**
 * A store as one file: JSON lines, in gzip. It is made as it is read, so that nothing but a page of traces and the
 * payloads of one is ever in memory; who reads slowly slows the export down. Writes may go on meanwhile: every trace
 * that was there at the beginning is in the file, as it was when its turn came.
 *
 * The stream fails with the store's `StoreError`: `bad-query` for a filter that does not fit, `aborted` after the
 * signal, and whatever else reading rejects with.
 *
 * @example
 * await exportStore(store).pipeTo(await fileHandle.createWritable());
 * const oneSession = exportStore(store, { traces: { field: 'sessionId', op: '=', value: 's-1' } });
 */
export function exportStore(store: Store, options: ExportOptions = {}): ReadableStream<Uint8Array> {
  const text = textChunks(store, options);
  return byteStream(options.compression === 'none' ? text : packed(text));
}

async function* textChunks(
  store: Store,
  { traces, source, onProgress, signal }: ExportOptions,
): AsyncGenerator<Uint8Array, undefined> {
  const call = { signal };
  throwIfAborted(call);
  const totalTraces = onProgress ? await countTraces(store, traces, call) : 0;
  const counts: RunningCounts = { traces: 0, observations: 0, scores: 0, documents: 0, media: 0 };
  const query = { traces: traces ?? null, source: source ?? null, exportedAt: Date.now(), call };
  const encoder = new TextEncoder();
  let text = '';
  for await (const line of exportLines(store, query, counts)) {
    throwIfAborted(call);
    text += line;
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = '';
    onProgress?.({ ...counts, totalTraces });
  }
  yield encoder.encode(text);
  onProgress?.({ ...counts, totalTraces });
  return undefined;
}

async function countTraces(store: Store, filter: Filter | undefined, call: CallOptions): Promise<number> {
  const measures = [{ aggregate: 'count' }] as const;
  const { rows } = await store.traces.aggregate({ view: 'traces', measures, filter }, call);
  const count = rows[0]?.values[0];
  return typeof count === 'number' ? count : 0;
}
