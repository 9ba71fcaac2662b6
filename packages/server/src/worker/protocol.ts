import type { MessageEndpoint } from '@oriel/ingest/worker';

/** On every message, so that other traffic on the same endpoint, and other versions, are passed over. */
const PROTOCOL = 'oriel-collector/1';

/** Unique among all clients an endpoint ever had. */
export type RequestId = string;

/** What the page says of a request. */
export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
}

/** What the worker says of a response before its body. */
export interface SentHead {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly hasBody: boolean;
}

/**
 * What the page sends.
 *
 *     page                        worker
 *      | hello ──────────────────▶ |
 *      | ◀─────────────── welcome  |   also sent unasked, when the worker is up
 *      | request 1 ──────────────▶ |
 *      | ◀──────────────── head 1  |   or `failed 1`
 *      | pull 1 ─────────────────▶ |   as often as somebody reads on
 *      | ◀─────── chunk 1, end 1   |   or `failed 1`
 *      | cancel 1 ───────────────▶ |   perhaps, at any time
 */
export type PageMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'request'; readonly id: RequestId; readonly request: SentRequest }
  | { readonly type: 'pull'; readonly id: RequestId }
  | { readonly type: 'cancel'; readonly id: RequestId };

/** What the worker sends. */
export type WorkerMessage =
  | { readonly type: 'welcome' }
  | { readonly type: 'head'; readonly id: RequestId; readonly head: SentHead }
  | { readonly type: 'chunk'; readonly id: RequestId; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'end'; readonly id: RequestId }
  | { readonly type: 'failed'; readonly id: RequestId; readonly reason: string };

/** Sends a message, and hands `transfer` over instead of copying it. */
export function post(
  endpoint: MessageEndpoint,
  message: PageMessage | WorkerMessage,
  transfer: ArrayBuffer[] = [],
): void {
  endpoint.postMessage({ ...message, protocol: PROTOCOL }, transfer);
}

/** In the worker: calls back with every message of ours; returns the function that ends it. */
export function listenToPage(
  endpoint: MessageEndpoint,
  onMessage: (message: PageMessage) => void,
): () => void {
  return listen(endpoint, (data) => onMessage(data as PageMessage));
}

/** On the page: calls back with every message of ours; returns the function that ends it. */
export function listenToWorker(
  endpoint: MessageEndpoint,
  onMessage: (message: WorkerMessage) => void,
): () => void {
  return listen(endpoint, (data) => onMessage(data as WorkerMessage));
}

function listen(endpoint: MessageEndpoint, onOurs: (data: unknown) => void): () => void {
  const listener = (event: Event) => {
    const { data } = event as MessageEvent<unknown>;
    if (isOurs(data)) onOurs(data);
  };
  endpoint.addEventListener('message', listener);
  endpoint.start?.();
  return () => endpoint.removeEventListener('message', listener);
}

function isOurs(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'protocol' in data && data.protocol === PROTOCOL;
}
