import type { Filter } from './filter.ts';

export interface Order {
  /**
   * A field of the view, of any type but `payload`. Missing values come last in either direction; ties are broken by
   * id, upwards.
   */
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** What every query can say. */
export interface RecordQuery {
  /** The records that count: a filter of the view. Default: everything. */
  readonly filter?: Filter | undefined;
  /**
   * A filter of the traces view: answer as if the store held only the traces that meet it. Observations and scores of
   * other traces are left out, scores without a trace too, and sessions and users are made of these traces alone
   * (users of last week, sessions in production). Default: all of them.
   */
  readonly traces?: Filter | undefined;
}

/** One page of a list. */
export interface PageQuery extends RecordQuery {
  /** Default: newest first. */
  readonly order?: Order | undefined;
  /** Most items of the page, 1 to {@link MAX_PAGE_SIZE}. Default {@link DEFAULT_PAGE_SIZE}. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before, of the same filters and order. Default: the first page. */
  readonly cursor?: string | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; `null` at the end. */
  readonly nextCursor: string | null;
}

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 1000;
