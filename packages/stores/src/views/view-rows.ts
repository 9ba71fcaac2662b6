import type { View, ViewItems, ViewRecord } from '@oriel/core';
import type { Rows, ViewColumn } from './view-column.ts';

/** A view as rows of tables, at one moment: valid until the next change. */
export interface ViewRows<V extends View> {
  readonly view: V;
  /** Every row there is. */
  readonly rows: Rows;
  /** `null` for fields that only records tell. */
  column(field: string): ViewColumn | null;
  /** What a row is, read as late as possible. */
  record(row: number): ViewRecord<ViewItems[V]>;
  /** The keys that break ties of orders: the id, and the trace's id. */
  keyOf(row: number): readonly [string, string];
  /** The order of two rows' keys by code unit. */
  compareKeys(a: number, b: number): number;
  /**
   * Makes sure that the payloads of rows can be read, so that they are loaded together.
   *
   * @throws PatchesNeeded
   */
  needPayloads(rows: Rows): void;
}
