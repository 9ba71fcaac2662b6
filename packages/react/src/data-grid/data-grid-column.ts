import type { ReactNode } from 'react';
import type { Order } from '@oriel/core';

/** A column of a table. Keep the list of them stable: another list draws every row again. */
export interface DataGridColumn<Row> {
  /** Unique among the columns; what {@link DataGridState} names. */
  readonly id: string;
  readonly header: string;
  /** What stands in the cell of a row. Looks at nothing but the row. */
  readonly cell: (row: Row) => ReactNode;
  /** The field of the view to order by. Default: the table cannot be ordered by this column. */
  readonly sortField?: string | undefined;
  /** Pixels. Default 140. */
  readonly width?: number | undefined;
  /** Its share of the room that is left over. Default 0. */
  readonly grow?: number | undefined;
  /** The edge it stays at while the table is scrolled. Default: none. */
  readonly pin?: 'start' | 'end' | undefined;
  /** Numbers stand at the end of their cells and are ordered from the largest first. Default `false`. */
  readonly isNumeric?: boolean | undefined;
  /** Its cell names the row and is the row's link. Default `false`. */
  readonly isTitle?: boolean | undefined;
  /** Until the reader chooses otherwise. Default `true`. */
  readonly isShown?: boolean | undefined;
}

/** How high rows are, and so how much of a payload they show. */
export type DataGridDensity = 'small' | 'medium' | 'large';

/** What a reader made of a table, as plain JSON. Whatever is absent is as the columns say. */
export interface DataGridState {
  /** Ids of columns in order; others follow the ones they follow by themselves. */
  readonly order?: readonly string[] | undefined;
  readonly shown?: Readonly<Record<string, boolean>> | undefined;
  /** Pixels by column. */
  readonly widths?: Readonly<Record<string, number>> | undefined;
  /** `null`: pinned by the columns and set free by the reader. */
  readonly pins?: Readonly<Record<string, 'start' | 'end' | null>> | undefined;
  /** Default: the store's own order, newest first. */
  readonly sort?: Order | undefined;
  /** Default `small`. */
  readonly density?: DataGridDensity | undefined;
}

/** Which rows are selected: some by their ids, or all that match, even those that were never loaded. Plain JSON. */
export type DataGridSelection =
  | { readonly kind: 'some'; readonly ids: readonly string[] }
  | { readonly kind: 'all'; readonly exceptIds: readonly string[] };

export const NOTHING_SELECTED: DataGridSelection = { kind: 'some', ids: [] };
/** Pixels. */
export const DEFAULT_WIDTH = 140;
export const MIN_WIDTH = 48;
export const MAX_WIDTH = 1200;
