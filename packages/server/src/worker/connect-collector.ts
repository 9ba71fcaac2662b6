import { StoreError } from '@oriel/core';
import type { Milliseconds } from '@oriel/core';
import type { MessageEndpoint } from '@oriel/ingest/worker';
import { listenToWorker, post } from './protocol.ts';
import type { PageMessage, RequestId, SentHead, SentRequest } from './protocol.ts';

/** As the global `fetch`. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface ConnectCollectorOptions {
  /** How long the worker may take to come up. Default 10 000. */
  readonly timeoutMs?: Milliseconds | undefined;
}

/** The page's end of a collector in a worker. */
export interface CollectorConnection {
  /**
   * As the global `fetch`, only that the worker's collector answers whatever the origin is: nothing goes over a network.
   * Bodies of answers come as they are read, live changes among them. Give it to an SDK, to `collectorSpanExporter`, to
   * `divertFetch` or to `httpStore`.
   *
   * Rejects as `fetch` does: with the signal's reason, or with a `TypeError` when the collector cannot be reached.
   */
  readonly fetch: Fetch;
  /** Ends the connection; what is under way rejects. The worker stays open. Safe to call twice. */
  close(): void;
}

/** What waits for the worker's next message of one request. */
interface Waiting {
  onHead(head: SentHead): void;
  onChunk(bytes: Uint8Array<ArrayBuffer>): void;
  onEnd(): void;
  onFailed(error: Error): void;
}

/**
 * Connects to a worker that runs `serveCollector`.
 *
 * @example
 * const worker = new Worker(new URL('./collector.worker.ts', import.meta.url), { type: 'module' });
 * const { fetch } = await connectCollector(worker);
 * const exporter = collectorSpanExporter({ fetch, serializer: JsonTraceSerializer });
 *
 * @throws StoreError `unavailable` - the worker failed to start, or did not answer in time.
 */
export async function connectCollector(
  endpoint: MessageEndpoint,
  { timeoutMs = 10_000 }: ConnectCollectorOptions = {},
): Promise<CollectorConnection> {
  const idPrefix = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const waiting = new Map<RequestId, Waiting>();
  let lastId = 0;
  let ended: string | null = null;
  const send = (message: PageMessage, transfer?: ArrayBuffer[]) => post(endpoint, message, transfer);

  await shakeHands(endpoint, timeoutMs);
  const stopListening = listenToWorker(endpoint, (message) => {
    if (message.type === 'welcome') return;
    const one = waiting.get(message.id);
    if (message.type === 'head') one?.onHead(message.head);
    else if (message.type === 'chunk') one?.onChunk(message.bytes);
    else if (message.type === 'end') one?.onEnd();
    else one?.onFailed(unreachable(`The collector failed to answer. ${message.reason}`));
  });
  const end = (reason: string): void => {
    if (ended !== null) return;
    ended = reason;
    stopListening();
    endpoint.removeEventListener('close', onGone);
    for (const [id, one] of waiting) {
      send({ type: 'cancel', id });
      one.onFailed(unreachable(reason));
    }
  };
  const onGone = () => end('The worker is gone, so the collector cannot be reached. Connect anew.');
  // Only ports tell when the other side is gone; a terminated `Worker` says nothing.
  endpoint.addEventListener('close', onGone);

  const exchange = (sent: SentRequest, signal: AbortSignal): Promise<Response> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = `${idPrefix}-${lastId}`;
      let body: ReadableStreamDefaultController<Uint8Array> | null = null;
      const settle = () => {
        waiting.delete(id);
        signal.removeEventListener('abort', onAbort);
      };
      const fail = (reason: unknown) => {
        settle();
        if (body) body.error(reason);
        else reject(reason);
      };
      const onAbort = () => {
        send({ type: 'cancel', id });
        fail(signal.reason);
      };
      const openBody = () =>
        new ReadableStream<Uint8Array>(
          {
            start: (controller) => {
              body = controller;
            },
            pull: () => send({ type: 'pull', id }),
            cancel: () => {
              settle();
              send({ type: 'cancel', id });
            },
          },
          // Nothing is read before somebody asks.
          { highWaterMark: 0 },
        );
      waiting.set(id, {
        onHead({ hasBody, status, statusText, headers }) {
          const init = { status, statusText, headers: headers.map(([a, b]): [string, string] => [a, b]) };
          if (!hasBody) settle();
          resolve(new Response(hasBody ? openBody() : null, init));
        },
        onChunk: (bytes) => body?.enqueue(bytes),
        onEnd() {
          settle();
          body?.close();
        },
        onFailed: fail,
      });
      signal.addEventListener('abort', onAbort, { once: true });
      send({ type: 'request', id, request: sent }, sent.body === null ? [] : [sent.body]);
    });

  return {
    async fetch(input, init) {
      // Whatever the page may reach by network rules, headers and all: it is not a network.
      const request = new Request(input, { ...init, mode: 'cors' });
      const { url, method, headers, signal } = request;
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const body = hasBody ? await request.arrayBuffer() : null;
      signal.throwIfAborted();
      if (ended !== null) throw unreachable(ended);
      return exchange({ url, method, headers: [...headers], body }, signal);
    },
    close: () => end('The connection to the collector was closed. Connect anew.'),
  };
}

/** What `fetch` rejects with when there is no connection; SDKs try again after it. */
function unreachable(message: string): TypeError {
  return new TypeError(message);
}

function shakeHands(endpoint: MessageEndpoint, timeoutMs: Milliseconds): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      stopListening();
      endpoint.removeEventListener('error', onError);
    };
    const refuse = (message: string) => {
      finish();
      reject(new StoreError('unavailable', message));
    };
    const onError = (event: Event) => {
      const detail = (event as Partial<ErrorEvent>).message || 'Its script could not be loaded.';
      refuse(`The worker failed to start, so there is no collector. ${detail}`);
    };
    const timer = setTimeout(() => {
      refuse(
        `The worker did not answer within ${timeoutMs} ms. Check that it runs \`serveCollector\` of the same version.`,
      );
    }, timeoutMs);
    endpoint.addEventListener('error', onError);
    const stopListening = listenToWorker(endpoint, ({ type }) => {
      if (type !== 'welcome') return;
      finish();
      resolve();
    });
    post(endpoint, { type: 'hello' });
  });
}
