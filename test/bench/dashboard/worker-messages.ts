/** To the store's worker: open the store, fill it if that is asked for, and serve it on the port. */
export interface OpenOrder {
  /** About so many traces; `null` for the store that an earlier run filled. */
  readonly fill: number | null;
  readonly port: MessagePort;
}

/** From it: `served` when the port answers, `whole` when all is stored or read. */
export type OpenAnswer =
  { readonly type: 'served' } | { readonly type: 'whole'; readonly filled: Filled | null };

export interface Filled {
  readonly counts: { readonly traces: number; readonly observations: number; readonly scores: number };
  readonly ms: number;
}
