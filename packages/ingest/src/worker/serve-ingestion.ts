import type { Bytes } from '@oriel/core';
import { describeServed } from '@oriel/core/protocol';
import { createPipeline } from '../pipeline/create-pipeline.ts';
import type { PipelineOptions } from '../pipeline/pipeline-options.ts';
import type { RawPayload } from '../parse-payload.ts';
import { listenTo } from './message-endpoint.ts';
import type { MessageEndpoint } from './message-endpoint.ts';
import { envelope, readPageMessage } from './protocol.ts';
import type { CallId, CallMessage, WorkerMessage } from './protocol.ts';
import { callPipeline } from './pipeline-calls.ts';
import { callStore } from './store-calls.ts';
import { toWireError } from './wire-error.ts';

/** A pipeline's. The store stays the worker's: a client that closes its connection does not close it. */
export type ServeIngestionOptions = PipelineOptions;

/**
 * While some payloads wait for the disk, the next are parsed: their writes go together. There have to be enough of them to
 * fill that time, however small they are, and not so many that what they are parsed to fills the memory.
 */
const MOST_AT_ONCE = 32;
const MOST_BYTES_AT_ONCE: Bytes = 8 * 1024 * 1024;

interface WaitingPayload {
  readonly bytes: Bytes;
  /** Never rejects. */
  readonly begin: () => Promise<void>;
}

/**
 * Serves a store, and ingestion into it, to the page at the other end. Payloads are begun in order of arrival, a few at
 * a time; store calls run beside them. One client at a time per endpoint.
 *
 * Returns the function that ends the service; the store and the endpoint stay open.
 *
 * @example
 * // ingestion.worker.ts
 * serveIngestion(self, { store: await openStore() });
 *
 * @throws IngestError `bad-option` - as `createPipeline`.
 */
export function serveIngestion(endpoint: MessageEndpoint, options: ServeIngestionOptions): () => void {
  const { store } = options;
  const pipeline = createPipeline(options);
  const calls = new Map<CallId, AbortController>();
  const subscriptions = new Map<CallId, () => void>();
  const waiting: WaitingPayload[] = [];
  let underway = 0;
  let bytesUnderway: Bytes = 0;

  const post = (message: WorkerMessage) => endpoint.postMessage(envelope(message), []);

  const welcome = () => post({ type: 'welcome', store: describeServed(store) });

  /** Never rejects: whatever happens is the answer. */
  const answer = async (id: CallId, work: (signal: AbortSignal) => Promise<unknown>) => {
    const { signal } = calls.get(id) ?? new AbortController();
    try {
      const value = await work(signal);
      post({ type: 'answer', id, ok: true, value });
    } catch (error) {
      post({ type: 'answer', id, ok: false, error: toWireError(error) });
    } finally {
      calls.delete(id);
    }
  };

  const ingest = ({ id, args }: CallMessage, signal: AbortSignal) => {
    const [payload, wantsProgress] = args as readonly [RawPayload, boolean];
    return pipeline.ingest(payload, {
      signal,
      onProgress: (progress) => {
        if (wantsProgress) post({ type: 'progress', id, progress });
      },
    });
  };

  /** Begins as many payloads as there is room for; each that is done makes room for others. */
  const ingestWaiting = (): void => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const hasRoom = underway < MOST_AT_ONCE && bytesUnderway + next.bytes <= MOST_BYTES_AT_ONCE;
      if (underway > 0 && !hasRoom) return;
      waiting.shift();
      void ingestOne(next);
    }
  };

  const ingestOne = async ({ bytes, begin }: WaitingPayload): Promise<void> => {
    underway += 1;
    bytesUnderway += bytes;
    await begin();
    underway -= 1;
    bytesUnderway -= bytes;
    ingestWaiting();
  };

  const onCall = (message: CallMessage) => {
    const { id, target, method } = message;
    calls.set(id, new AbortController());
    if (target === 'ingestion' && method === 'ingest') {
      const [{ body }] = message.args as readonly [RawPayload];
      waiting.push({ bytes: body.length, begin: () => answer(id, (signal) => ingest(message, signal)) });
      ingestWaiting();
    } else if (target === 'ingestion') {
      void answer(id, () => callPipeline(pipeline, message));
    } else {
      void answer(id, (signal) => callStore(store, message, signal));
    }
  };

  const subscribe = (subscriptionId: CallId) => {
    try {
      const end = store.traces.subscribe((change) => post({ type: 'change', subscriptionId, change }));
      subscriptions.set(subscriptionId, end);
    } catch {
      // Only a closed store refuses, and a closed store has no changes to tell.
    }
  };

  const unsubscribe = (subscriptionId: CallId) => {
    subscriptions.get(subscriptionId)?.();
    subscriptions.delete(subscriptionId);
  };

  const endSubscriptions = () => {
    for (const id of subscriptions.keys()) unsubscribe(id);
  };

  const onData = (data: unknown) => {
    const message = readPageMessage(data);
    switch (message?.type) {
      case 'hello':
        return welcome();
      case 'call':
        return onCall(message);
      case 'abort':
        return calls.get(message.id)?.abort();
      case 'subscribe':
        return subscribe(message.subscriptionId);
      case 'unsubscribe':
        return unsubscribe(message.subscriptionId);
      case 'bye':
        return endSubscriptions();
      case undefined:
        return undefined;
    }
  };

  const stopListening = listenTo(endpoint, onData);
  // A worker that opened its store first has missed the page's hello.
  welcome();
  return () => {
    stopListening();
    endSubscriptions();
  };
}
