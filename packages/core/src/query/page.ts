import type { Filter } from './filter.ts';

export interface Order {
  /** A sortable field of the view. Missing values come last in either direction; ties are broken by id, upwards. */
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** One page of a list. */
export interface PageQuery {
  /** Default: everything. */
  readonly filter?: Filter | undefined;
  /** Default: newest first. */
  readonly order?: Order | undefined;
  /** Most items of the page, 1 to {@link MAX_PAGE_SIZE}. Default {@link DEFAULT_PAGE_SIZE}. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before, of the same filter and order. Default: the first page. */
  readonly cursor?: string | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; `null` at the end. */
  readonly nextCursor: string | null;
}

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 1000;
