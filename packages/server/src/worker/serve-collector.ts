import type { MessageEndpoint } from '@oriel/ingest/worker';
import { listenToPage, post } from './protocol.ts';
import type { RequestId, SentRequest, WorkerMessage } from './protocol.ts';

/** A request on its way: what ends it, and the rest of its answer. */
interface Exchange {
  readonly aborter: AbortController;
  rest: ReadableStreamDefaultReader<Uint8Array> | null;
}

/**
 * Serves a collector to the page at the other end, which reaches it by `connectCollector`. It may share its endpoint
 * with `serveIngestion`.
 *
 * Returns the function that ends the service: what is under way is aborted; the collector and the endpoint stay open.
 *
 * @example
 * // collector.worker.ts
 * const store = await openIndexedDbStore({ name: 'traces' });
 * serveIngestion(self, { store });
 * serveCollector(self, createCollector({ store, authorize: openAccess() }));
 */
export function serveCollector(
  endpoint: MessageEndpoint,
  collector: (request: Request) => Promise<Response>,
): () => void {
  const exchanges = new Map<RequestId, Exchange>();
  const send = (message: WorkerMessage, transfer?: ArrayBuffer[]) => post(endpoint, message, transfer);
  const fail = (id: RequestId, error: unknown) => {
    exchanges.delete(id);
    send({ type: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
  };

  /** Never rejects: whatever happens is told to the page. */
  const answer = async (id: RequestId, sent: SentRequest): Promise<void> => {
    const exchange: Exchange = { aborter: new AbortController(), rest: null };
    exchanges.set(id, exchange);
    try {
      const { status, statusText, headers, body } = await collector(toRequest(sent, exchange.aborter.signal));
      exchange.rest = body?.getReader() ?? null;
      // Cancelled meanwhile: nobody will ask for the rest.
      if (!exchanges.has(id)) {
        await exchange.rest?.cancel();
        return;
      }
      if (!exchange.rest) exchanges.delete(id);
      const head = { status, statusText, headers: [...headers], hasBody: body !== null };
      send({ type: 'head', id, head });
    } catch (error) {
      if (exchanges.has(id)) fail(id, error);
    }
  };

  const sendNext = async (id: RequestId): Promise<void> => {
    const rest = exchanges.get(id)?.rest;
    if (!rest) return;
    try {
      const { done, value } = await rest.read();
      if (!exchanges.has(id)) return;
      if (done) {
        exchanges.delete(id);
        send({ type: 'end', id });
      } else {
        // A copy, because what the stream holds may be a part of something larger that is still in use.
        const bytes = new Uint8Array(value);
        send({ type: 'chunk', id, bytes }, [bytes.buffer]);
      }
    } catch (error) {
      if (exchanges.has(id)) fail(id, error);
    }
  };

  const cancel = (id: RequestId): void => {
    const exchange = exchanges.get(id);
    exchanges.delete(id);
    exchange?.aborter.abort();
    // It may have failed by itself; nobody reads it any more.
    exchange?.rest?.cancel().catch(() => undefined);
  };
  const cancelAll = (): void => {
    for (const id of exchanges.keys()) cancel(id);
  };

  const stopListening = listenToPage(endpoint, (message) => {
    if (message.type === 'hello') send({ type: 'welcome' });
    else if (message.type === 'request') void answer(message.id, message.request);
    else if (message.type === 'pull') void sendNext(message.id);
    else cancel(message.id);
  });
  // Only ports tell when the page is gone; a dedicated worker goes with it.
  endpoint.addEventListener('close', cancelAll);
  // A worker that opened its store first has missed the page's hello.
  send({ type: 'welcome' });
  return () => {
    stopListening();
    endpoint.removeEventListener('close', cancelAll);
    cancelAll();
  };
}

function toRequest({ url, method, headers, body }: SentRequest, signal: AbortSignal): Request {
  return new Request(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body,
    signal,
  });
}
