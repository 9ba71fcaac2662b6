import type { CsvRows } from './table-rows.ts';

/** To a store's worker: fill it with that much traffic and serve it on the port. */
export interface FillOrder {
  readonly days: number;
  readonly port: MessagePort;
  /** Whether to answer with all rows, for another database. */
  readonly wantsRows: boolean;
}

export interface Filled {
  readonly type: 'filled';
  readonly counts: { readonly traces: number; readonly observations: number; readonly scores: number };
  readonly writingMs: number;
  /** The first list after all has been written. */
  readonly firstReadMs: number;
  readonly structureBytes: number;
}

export type FillAnswer = Filled | { readonly type: 'rows'; readonly rows: CsvRows };
