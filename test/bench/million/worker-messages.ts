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

/** To the exporter's worker: make bodies of about that many more observations. */
export interface PortionOrder {
  readonly days: number;
  readonly observations: number;
}

export interface Portion {
  readonly bodies: Uint8Array[];
  readonly observations: number;
  /** What `JSON.parse` alone takes for them. */
  readonly parseMs: number;
}

/** To a durable store's worker: open the database and serve it on the port. */
export interface OpenOrder {
  readonly name: string;
  readonly port: MessagePort;
}

/** What can be read by now. */
export type OpenAnswer = 'newest' | 'whole';
