import { StoreError } from '@oriel/core';
import type { Bytes, Milliseconds, Store } from '@oriel/core';
import type { ServedStore } from '@oriel/core/protocol';
import { IngestError } from '../ingest-error.ts';
import type { RawPayload } from '../parse-payload.ts';
import type { PipelineCounters } from '../pipeline/counters.ts';
import type { PipelineDeadLetters } from '../pipeline/pipeline.ts';
import type { DeadLetterId } from '../pipeline/dead-letters.ts';
import type { IngestProgress, IngestReport } from '../pipeline/ingest-report.ts';
import type { MessageEndpoint } from './message-endpoint.ts';
import { abortedError, openPagePort } from './page-port.ts';
import type { PagePort } from './page-port.ts';
import { pendingWindow } from './pending-window.ts';
import type { PendingWindow } from './pending-window.ts';
import { remoteStore } from './remote-store.ts';

export interface ConnectIngestionOptions {
  /** How long the worker may take to come up. Default 10 000. */
  readonly timeoutMs?: Milliseconds | undefined;
  /**
   * Most bytes that are with the worker and not yet acknowledged; further payloads wait on the page. A payload that
   * is longer by itself is sent when it is the only one. Default 64 MiB.
   */
  readonly maxPendingBytes?: Bytes | undefined;
  /** Most payloads that wait on the page. Default 1000. */
  readonly maxQueued?: number | undefined;
}

export interface IngestOptions {
  /** Aborting rejects with `aborted`. What the store has taken by then stays; sending again completes it. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IngestProgress) => void) | undefined;
}

/** The page's end of an ingestion worker. After `close`, or when the worker is gone, every call rejects. */
export interface IngestionClient {
  /** The worker's store. An abort rejects at once, even where the worker was too far to undo the call. */
  readonly store: Store;
  /**
   * Has a payload parsed and written. Payloads are processed, and resolve, strictly in the order of the calls; one
   * that fails does not stop those behind it. Bad data does not reject, it is listed in the report.
   *
   * The body is handed over, not copied: the caller's array is empty (detached) once it is sent. Only a view of part
   * of a larger buffer is copied. Leave the array alone until the call has settled.
   *
   * @throws StoreError `unavailable` - `maxQueued` payloads are waiting (the body is untouched), or the worker is gone.
   * @throws StoreError `aborted`, `closed`, or the code with which the store refused a write.
   * @throws IngestError `bad-option` - the body was handed over before.
   */
  ingest(payload: RawPayload, options?: IngestOptions): Promise<IngestReport>;
  /** What the worker could not write, to look at and to send again. */
  readonly deadLetters: Omit<PipelineDeadLetters, 'replay'> & {
    /** As `replay` of a pipeline, without a way to abort it. */
    replay(id: DeadLetterId): Promise<IngestReport>;
  };
  /** What the worker's pipeline did since it started. */
  counters(): Promise<PipelineCounters>;
  /** Resolves when the next payload would be sent without waiting. */
  whenReady(): Promise<void>;
  /**
   * Ends the connection and rejects what is pending with `closed`. Payloads that are with the worker are still
   * written. The worker and its store stay open: they belong to whoever made them. Safe to call twice.
   */
  close(): void;
}

const DEFAULT_TIMEOUT: Milliseconds = 10_000;
const DEFAULT_PENDING: Bytes = 64 * 1024 * 1024;
const DEFAULT_QUEUED = 1000;

/**
 * Connects to a worker that runs `serveIngestion`. One client at a time per endpoint.
 *
 * @example
 * const worker = new Worker(new URL('./ingestion.worker.ts', import.meta.url), { type: 'module' });
 * const client = await connectIngestion(worker);
 * const { traceIds, rejected } = await client.ingest({ body });
 *
 * @throws StoreError `unavailable` - the worker failed to start, or did not answer in time.
 * @throws IngestError `bad-option` - a limit is no positive number.
 */
export async function connectIngestion(
  endpoint: MessageEndpoint,
  options: ConnectIngestionOptions = {},
): Promise<IngestionClient> {
  const maxPendingBytes = positive('maxPendingBytes', options.maxPendingBytes ?? DEFAULT_PENDING);
  const maxQueued = positive('maxQueued', options.maxQueued ?? DEFAULT_QUEUED);
  const timeoutMs = positive('timeoutMs', options.timeoutMs ?? DEFAULT_TIMEOUT);
  const port = openPagePort(endpoint);
  const served = await shakeHands(endpoint, port, timeoutMs);
  const room = pendingWindow(maxPendingBytes, maxQueued);

  const end = (reason: () => StoreError) => {
    endpoint.removeEventListener('close', onGone);
    port.end(reason);
    room.close(reason());
  };
  const onGone = () =>
    end(
      () => new StoreError('unavailable', 'The worker is gone, so nothing can be asked of it. Connect anew.'),
    );
  // Only ports tell when the other side is gone; a terminated `Worker` says nothing.
  endpoint.addEventListener('close', onGone);

  return {
    store: remoteStore(port, served),
    ingest: (payload, ingestOptions = {}) => sendPayload({ port, room, payload, options: ingestOptions }),
    deadLetters: {
      list: () => port.call({ target: 'ingestion', method: 'listDeadLetters', args: [] }),
      read: (id) => port.call({ target: 'ingestion', method: 'readDeadLetter', args: [id] }),
      replay: (id) => port.call({ target: 'ingestion', method: 'replayDeadLetter', args: [id] }),
      delete: (ids) => port.call({ target: 'ingestion', method: 'deleteDeadLetters', args: [ids] }),
    },
    counters: () => port.call({ target: 'ingestion', method: 'counters', args: [] }),
    async whenReady() {
      const reason = port.endReason();
      if (reason) throw reason;
      await room.whenRoom();
    },
    close: () => end(() => new StoreError('closed', 'The connection to the ingestion worker was closed.')),
  };
}

function shakeHands(
  endpoint: MessageEndpoint,
  port: PagePort,
  timeoutMs: Milliseconds,
): Promise<ServedStore> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      endpoint.removeEventListener('error', onError);
    };
    const refuse = (message: string) => {
      finish();
      const reason = () => new StoreError('unavailable', message);
      port.end(reason);
      reject(reason());
    };
    const onError = (event: Event) => {
      const detail = (event as Partial<ErrorEvent>).message || 'Its script could not be loaded.';
      refuse(`The ingestion worker failed to start, so nothing can be ingested. ${detail}`);
    };
    const timer = setTimeout(() => {
      refuse(
        `The ingestion worker did not answer within ${timeoutMs} ms. Check that it runs \`serveIngestion\` of the same version.`,
      );
    }, timeoutMs);
    endpoint.addEventListener('error', onError);
    port.hello((served) => {
      finish();
      resolve(served);
    });
  });
}

interface Sending {
  readonly port: PagePort;
  readonly room: PendingWindow;
  readonly payload: RawPayload;
  readonly options: IngestOptions;
}

function sendPayload({ port, room, payload, options }: Sending): Promise<IngestReport> {
  const { signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    const reason = port.endReason();
    if (reason) throw reason;
    if (signal?.aborted) throw abortedError(signal);
    onProgress?.({ stage: 'waiting', written: 0, total: 0 });
    const onAbort = () => {
      room.withdraw(entry);
      if (signal) reject(abortedError(signal));
    };
    const onAnswered = () => room.leave(entry);
    const send = async () => {
      const { message, transfer } = handOver(payload);
      const args = [message, onProgress !== undefined];
      const call = {
        target: 'ingestion',
        method: 'ingest',
        args,
        transfer,
        signal,
        onProgress,
        onAnswered,
      } as const;
      return port.call<IngestReport>(call);
    };
    const start = () => {
      signal?.removeEventListener('abort', onAbort);
      send().then(resolve, (error: unknown) => {
        if (StoreError.is(error) || IngestError.is(error)) return reject(error);
        // It was never sent, so no answer will give the room back.
        room.leave(entry);
        reject(alreadyHandedOver(error));
      });
    };
    const fail = (error: StoreError) => {
      signal?.removeEventListener('abort', onAbort);
      reject(error);
    };
    const entry = { size: payload.body.byteLength, start, fail };
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      room.enter(entry);
    } catch (error) {
      signal?.removeEventListener('abort', onAbort);
      throw error;
    }
  });
}

/** The payload as it is sent: the known fields only, and a buffer that holds the body and nothing else. */
function handOver({ body, contentType, contentEncoding, path, method }: RawPayload): {
  message: RawPayload;
  transfer: ArrayBuffer[];
} {
  const whole =
    body.buffer instanceof ArrayBuffer && body.byteLength === body.buffer.byteLength ? body.buffer : null;
  const buffer = whole ?? new Uint8Array(body).buffer;
  return {
    message: { body: new Uint8Array(buffer), contentType, contentEncoding, path, method },
    transfer: [buffer],
  };
}

function alreadyHandedOver(cause: unknown): IngestError {
  return new IngestError(
    'bad-option',
    'The body cannot be handed to the worker, most likely because it was before, so nothing was sent. Pass a fresh array.',
    { cause },
  );
}

function positive(name: string, value: number): number {
  if (value > 0) return value;
  throw new IngestError(
    'bad-option',
    `${name} is ${value}, so nothing could ever be done. Give a positive number.`,
  );
}
