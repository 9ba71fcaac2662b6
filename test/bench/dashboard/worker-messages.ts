/** To the store's worker: fill it with about that many traces and serve it on the port. */
export interface FillOrder {
  readonly traces: number;
  readonly port: MessagePort;
}

/** From it, once everything is stored. */
export interface Filled {
  readonly counts: { readonly traces: number; readonly observations: number; readonly scores: number };
  readonly ms: number;
}
