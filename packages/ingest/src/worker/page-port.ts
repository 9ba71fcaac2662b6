import { StoreError } from '@oriel/core';
import type { TraceChange } from '@oriel/core';
import type { ServedStore } from '@oriel/core/protocol';
import type { IngestProgress } from '../pipeline/ingest-report.ts';
import { listenTo } from './message-endpoint.ts';
import type { MessageEndpoint } from './message-endpoint.ts';
import { envelope, readWorkerMessage } from './protocol.ts';
import type { CallId, CallTarget, PageMessage, WorkerMessage } from './protocol.ts';
import { fromWireError } from './wire-error.ts';

/** A call to make in the worker. */
export interface PortCall {
  readonly target: CallTarget;
  readonly method: string;
  readonly args: readonly unknown[];
  readonly signal?: AbortSignal | undefined;
  /** Buffers to hand over instead of copying. Default: none. */
  readonly transfer?: ArrayBuffer[] | undefined;
  readonly onProgress?: ((progress: IngestProgress) => void) | undefined;
  /** Called when the worker is done with the call, even where the caller stopped waiting long before. */
  readonly onAnswered?: (() => void) | undefined;
}

/** The page's end of the protocol. */
export interface PagePort {
  /** Says what the worker serves, as often as it says so. */
  hello(onWelcome: (store: ServedStore) => void): void;
  /**
   * Makes a call. An abort rejects at once; the worker hears of it and stops where it can.
   *
   * @throws StoreError, IngestError - the worker's own, `aborted`, or the reason the port was ended for.
   * @throws DataCloneError - an argument cannot cross a port.
   */
  call<Value>(call: PortCall): Promise<Value>;
  subscribe(listener: (change: TraceChange) => void): () => void;
  /** Fails what is pending and all that follows. Only the first reason counts. */
  end(reason: () => StoreError): void;
  /** Why the port was ended; `null` while it works. */
  endReason(): StoreError | null;
}

interface PendingCall {
  readonly call: PortCall;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts to speak the protocol over an endpoint. */
export function openPagePort(endpoint: MessageEndpoint): PagePort {
  const idPrefix = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const pending = new Map<CallId, PendingCall>();
  const listeners = new Map<CallId, (change: TraceChange) => void>();
  let lastId = 0;
  let welcomed: ((store: ServedStore) => void) | null = null;
  let ended: (() => StoreError) | null = null;

  const nextId = (): CallId => {
    lastId += 1;
    return `${idPrefix}-${lastId}`;
  };
  const post = (message: PageMessage, transfer: ArrayBuffer[] = []) =>
    endpoint.postMessage(envelope(message), transfer);

  const onAnswer = (message: WorkerMessage & { type: 'answer' }) => {
    const entry = pending.get(message.id);
    if (!entry) return;
    pending.delete(message.id);
    if (message.ok) entry.resolve(message.value);
    else entry.reject(fromWireError(message.error));
    entry.call.onAnswered?.();
  };

  const stopListening = listenTo(endpoint, (data) => {
    const message = readWorkerMessage(data);
    if (message?.type === 'welcome') welcomed?.(message.store);
    else if (message?.type === 'answer') onAnswer(message);
    else if (message?.type === 'change') listeners.get(message.subscriptionId)?.(message.change);
    else if (message?.type === 'progress') reportProgress(pending.get(message.id), message.progress);
  });

  return {
    hello(onWelcome) {
      welcomed = onWelcome;
      post({ type: 'hello' });
    },
    call<Value>(call: PortCall): Promise<Value> {
      return new Promise<Value>((resolve, reject) => {
        if (ended) throw ended();
        const { target, method, args, signal, transfer } = call;
        if (signal?.aborted) throw abortedError(signal);
        const id = nextId();
        const onAbort = () => {
          if (signal) reject(abortedError(signal));
          post({ type: 'abort', id });
        };
        const settle = () => signal?.removeEventListener('abort', onAbort);
        post({ type: 'call', id, target, method, args }, transfer);
        signal?.addEventListener('abort', onAbort, { once: true });
        pending.set(id, {
          call,
          resolve: (value) => {
            settle();
            resolve(value as Value);
          },
          reject: (error) => {
            settle();
            reject(error);
          },
        });
      });
    },
    subscribe(listener) {
      if (ended) return () => undefined;
      const subscriptionId = nextId();
      listeners.set(subscriptionId, listener);
      post({ type: 'subscribe', subscriptionId });
      return () => {
        if (listeners.delete(subscriptionId)) post({ type: 'unsubscribe', subscriptionId });
      };
    },
    end(reason) {
      if (ended) return;
      ended = reason;
      stopListening();
      post({ type: 'bye' });
      listeners.clear();
      for (const { reject } of pending.values()) reject(reason());
      pending.clear();
    },
    endReason: () => ended?.() ?? null,
  };
}

/** The error of a call whose signal was aborted. */
export function abortedError(signal: AbortSignal): StoreError {
  return new StoreError('aborted', 'The call was aborted by its signal.', { cause: signal.reason });
}

function reportProgress(entry: PendingCall | undefined, progress: IngestProgress): void {
  if (!entry?.call.signal?.aborted) entry?.call.onProgress?.(progress);
}
