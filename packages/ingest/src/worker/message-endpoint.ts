/** One end of a channel of messages: a `Worker`, a `MessagePort`, or `self` inside a dedicated worker. */
export interface MessageEndpoint {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
  /** Only ports have it: they hold their messages back until it is called. */
  start?(): void;
}

/** Calls back with the data of every message; returns the function that ends it. */
export function listenTo(endpoint: MessageEndpoint, onData: (data: unknown) => void): () => void {
  const onMessage = (event: Event) => onData((event as MessageEvent<unknown>).data);
  endpoint.addEventListener('message', onMessage);
  endpoint.start?.();
  return () => endpoint.removeEventListener('message', onMessage);
}
