import type { IndexedDbEvent } from '@oriel/stores/indexeddb';

/** What the page is told of its store. Errors stay in the worker: they do not all cross. */
export type StoreEvent =
  Exclude<IndexedDbEvent, { type: 'upkeep-failed' }> | { readonly type: 'upkeep-failed' };

/** The page's end of a worker, or anything that hears messages. */
export type EventSource = Pick<MessagePort, 'addEventListener' | 'removeEventListener'>;

/** On every message, so that it is told from ingestion's on the same worker. */
const PROTOCOL = 'oriel-demo/store-event';

/** In the worker: tells the page what happened to the store. */
export function postStoreEvent(
  endpoint: { postMessage(message: unknown): void },
  event: IndexedDbEvent,
): void {
  const told: StoreEvent = event.type === 'upkeep-failed' ? { type: event.type } : event;
  endpoint.postMessage({ protocol: PROTOCOL, event: told });
}

/** On the page: calls back with each event. Returns the function that ends it. */
export function onStoreEvent(source: EventSource, listener: (event: StoreEvent) => void): () => void {
  const onMessage = (message: Event) => {
    const data: unknown = (message as MessageEvent).data;
    if (typeof data !== 'object' || data === null || !('protocol' in data)) return;
    if (data.protocol === PROTOCOL && 'event' in data) listener(data.event as StoreEvent);
  };
  source.addEventListener('message', onMessage);
  return () => source.removeEventListener('message', onMessage);
}
