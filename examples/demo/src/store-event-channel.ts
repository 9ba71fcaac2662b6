import type { IndexedDbEvent } from '@oriel/stores/indexeddb';

/** What the page is told of its store. Errors stay in the worker: they do not all cross. */
export type StoreEvent =
  Exclude<IndexedDbEvent, { type: 'upkeep-failed' }> | { readonly type: 'upkeep-failed' };

/** The page's end of a worker, or anything that hears messages. */
export type EventSource = Pick<MessagePort, 'addEventListener' | 'removeEventListener'>;

interface Endpoint {
  postMessage(message: unknown): void;
}

/** On every message, so that ours are told from ingestion's on the same worker. */
const STORE_EVENT = 'oriel-demo/store-event';
const TRAFFIC = 'oriel-demo/traffic';

/** In the worker: tells the page what happened to the store. */
export function postStoreEvent(endpoint: Endpoint, event: IndexedDbEvent): void {
  const told: StoreEvent = event.type === 'upkeep-failed' ? { type: event.type } : event;
  endpoint.postMessage({ protocol: STORE_EVENT, told });
}

/** In the worker: tells the page which share of the traffic there is, 0 to 1. */
export function postTrafficProgress(endpoint: Endpoint, share: number): void {
  endpoint.postMessage({ protocol: TRAFFIC, told: share });
}

/** On the page: calls back with each event. Returns the function that ends it. */
export function onStoreEvent(source: EventSource, listener: (event: StoreEvent) => void): () => void {
  return listen(source, STORE_EVENT, (told) => listener(told as StoreEvent));
}

/** On the page: calls back as the traffic grows. Returns the function that ends it. */
export function onTrafficProgress(source: EventSource, listener: (share: number) => void): () => void {
  return listen(source, TRAFFIC, (told) => listener(told as number));
}

function listen(source: EventSource, protocol: string, listener: (told: unknown) => void): () => void {
  const onMessage = (message: Event) => {
    const data: unknown = (message as MessageEvent).data;
    if (typeof data !== 'object' || data === null || !('protocol' in data)) return;
    if (data.protocol === protocol && 'told' in data) listener(data.told);
  };
  source.addEventListener('message', onMessage);
  return () => source.removeEventListener('message', onMessage);
}
