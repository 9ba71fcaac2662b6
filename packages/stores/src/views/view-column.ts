import type { FieldValue } from '@oriel/core';
import type { RowsWithPlace } from '../columns/row-places.ts';

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
  readonly valueOf: (code: number) => FieldValue;
  /** No two codes have the same value, and none has a list. */
  readonly isUnique: boolean;
}

/** Numbers only. */
export interface NumbersColumn {
  readonly kind: 'numbers';
  /** The number of each of the rows; NaN where there is none. May be the column itself: not to be written to. */
  readonly gather: (rows: Rows) => Float64Array;
  /** The same of those rows alone that may have one, where few rows do. */
  readonly some?: SomeNumbers | undefined;
}

/** Numbers that few rows have. */
export interface SomeNumbers {
  /** What tells which rows have them; numbers that the same rows have share it. */
  readonly holder: SomeRowsHolder;
  readonly gather: (some: SomeRows) => Float64Array;
}

export interface SomeRowsHolder {
  /** Those of the rows, which are ascending and different, that have something. */
  findSome(rows: Rows): SomeRows;
}

/** Some of many rows: their places among these, and where their values are in the columns of the holder. */
export type SomeRows = RowsWithPlace;

/** Anything else that is read without making a record. */
export interface ValueColumn {
  readonly kind: 'values';
  at(row: number): FieldValue;
  /** Those of the values that are numbers, where they can be read together. */
  readonly numbers?: NumbersColumn | undefined;
  /** A test for "this row has the text", where there is a quicker one than reading it. */
  readonly has?: ((text: string) => (row: number) => boolean) | undefined;
}
