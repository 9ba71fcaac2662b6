import type { FieldValue } from '@oriel/core';

/** Rows of a view, ascending. */
export type Rows = Uint32Array;

/**
 * A field of a view that can be read for many rows at once. A field without one is read from its records, one by one:
 * always right, never quick.
 */
export type ViewColumn = CodeColumn | ValueColumn | NumbersColumn;

/** Few different values: rows have a code, and what is asked of a value is asked once for each code. */
export interface CodeColumn {
  readonly kind: 'codes';
  /** The code of each of the rows. */
  gather(rows: Rows): Uint32Array;
  /** Codes are below this. */
  readonly size: number;
  /** Two codes may have the same value. */
  valueOf(code: number): FieldValue;
}

/** Numbers only. */
export interface NumbersColumn {
  readonly kind: 'numbers';
  /** The number of each of the rows; NaN where there is none. */
  gather(rows: Rows): Float64Array;
  /** The same without most of the rows that have none, where few rows have one. */
  gatherSome?: ((rows: Rows) => SomeNumbers) | undefined;
}

/** Numbers of some of many rows. */
export interface SomeNumbers {
  /** Places among the rows, ascending. */
  readonly places: Uint32Array;
  /** The number at each of the places; NaN where there is none after all. */
  readonly numbers: Float64Array;
}

/** Anything else that is read without making a record. */
export interface ValueColumn {
  readonly kind: 'values';
  at(row: number): FieldValue;
  /** Those of the values that are numbers, where they can be read together. */
  readonly numbers?: NumbersColumn | undefined;
  /** A test for "this row has the text", where there is a quicker one than reading it. */
  readonly has?: ((text: string) => (row: number) => boolean) | undefined;
}
