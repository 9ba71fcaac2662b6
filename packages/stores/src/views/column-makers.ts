import type { FieldValue } from '@oriel/core';
import { scratchFloats, scratchIntegers } from '../columns/scratch.ts';
import type { Dictionary } from '../columns/dictionary.ts';
import type { IntegerColumn } from '../columns/integer-column.ts';
import type { NumberColumn } from '../columns/number-column.ts';
import type { CodeColumn, NumbersColumn, Rows, ValueColumn } from './view-column.ts';

/** Turns rows of a view into rows of the table a column belongs to: those of observations into those of their traces. */
export type Join = (rows: Rows) => Rows;

/** A column of codes with their values. */
export function codes<Value>(
  column: IntegerColumn,
  dictionary: Dictionary<Value>,
  read: (value: Value) => FieldValue,
  join?: Join,
): CodeColumn {
  return {
    kind: 'codes',
    isUnique: false,
    size: dictionary.size,
    gather: (rows) => (join ? integersAt(column, join(rows)) : gatherIntegers(column, rows)),
    valueOf(code) {
      const value = dictionary.valueOf(code);
      return value === null ? null : read(value);
    },
  };
}

export function texts<Text extends string>(
  column: IntegerColumn,
  dictionary: Dictionary<Text>,
  join?: Join,
): CodeColumn {
  return { ...codes(column, dictionary, (text) => text, join), isUnique: true };
}

/** A column of 1 for no and 2 for yes. */
export function booleans(gather: (rows: Rows) => Uint32Array): CodeColumn {
  return {
    kind: 'codes',
    size: 3,
    gather,
    isUnique: true,
    valueOf: (code) => (code === 0 ? null : code === 2),
  };
}

export function numbers(column: NumberColumn, join?: Join): NumbersColumn {
  return {
    kind: 'numbers',
    gather: (rows) => (join ? numbersAt(column, join(rows)) : gatherNumbers(column, rows)),
  };
}

/** Counts: every row has one. */
export function counts(column: IntegerColumn): NumbersColumn {
  return {
    kind: 'numbers',
    gather(rows) {
      const gathered = scratchFloats(rows.length);
      gathered.set(gatherIntegers(column, rows));
      return gathered;
    },
  };
}

/** Numbers made of those of two columns; NaN of NaN. */
export function combined(
  a: NumbersColumn,
  b: NumbersColumn,
  combine: (a: number, b: number) => number,
): NumbersColumn {
  return {
    kind: 'numbers',
    gather(rows) {
      const [left, right] = [a.gather(rows), b.gather(rows)];
      const made = scratchFloats(rows.length);
      for (let i = 0; i < made.length; i += 1) made[i] = combine(left[i] ?? NaN, right[i] ?? NaN);
      return made;
    },
  };
}

/** What of one column is left when another is taken away: a latency of two moments. */
export function difference(of: NumberColumn, without: NumberColumn): NumbersColumn {
  return {
    kind: 'numbers',
    gather(rows) {
      const count = 1 + (rows.at(-1) ?? -1);
      const [a, b] = [of.upTo(count), without.upTo(count)];
      const made = scratchFloats(rows.length);
      for (let i = 0; i < rows.length; i += 1) {
        const row = rows[i] ?? 0;
        const left = a.values[row] ?? NaN;
        const right = b.values[row] ?? NaN;
        made[i] = left === a.missing || right === b.missing ? NaN : left - right;
      }
      return made;
    },
  };
}

export function values(at: ValueColumn['at'], has?: ValueColumn['has']): ValueColumn {
  return { kind: 'values', at, has };
}

/** The values of rows, which are ascending and different. */
export function gatherIntegers(column: IntegerColumn, rows: Rows): Uint32Array {
  if (!isFromZero(rows)) return integersAt(column, rows);
  const gathered = scratchIntegers(rows.length);
  gathered.set(column.upTo(rows.length).subarray(0, rows.length));
  return gathered;
}

/** As {@link gatherIntegers}, of any rows in any order. */
function integersAt(column: IntegerColumn, rows: Rows): Uint32Array {
  const all = column.upTo(1 + (rows.at(-1) ?? -1));
  const gathered = scratchIntegers(rows.length);
  for (let i = 0; i < rows.length; i += 1) gathered[i] = all[rows[i] ?? 0] ?? 0;
  return gathered;
}

/** The numbers of rows, which are ascending and different; NaN where there is none. May be the column itself. */
function gatherNumbers(column: NumberColumn, rows: Rows): Float64Array {
  const { values: all, missing } = column.upTo(1 + (rows.at(-1) ?? -1));
  if (all instanceof Uint32Array || !Number.isNaN(missing) || !isFromZero(rows))
    return numbersAt(column, rows);
  return all.subarray(0, rows.length);
}

/** As {@link gatherNumbers}, of any rows in any order, in a list of their own. */
export function numbersAt(column: NumberColumn, rows: Rows): Float64Array {
  const { values: all, missing } = column.upTo(1 + (rows.at(-1) ?? -1));
  const gathered = scratchFloats(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const value = all[rows[i] ?? 0] ?? NaN;
    gathered[i] = value === missing ? NaN : value;
  }
  return gathered;
}

/** As {@link numbersAt}, of rows each of which is the one behind that before it. */
export function numbersFrom(column: NumberColumn, rows: Rows): Float64Array {
  const first = rows[0] ?? 0;
  const { values: all, missing } = column.upTo(first + rows.length);
  const gathered = scratchFloats(rows.length);
  gathered.set(all.subarray(first, first + rows.length));
  if (Number.isNaN(missing)) return gathered;
  for (let i = 0; i < gathered.length; i += 1) if (gathered[i] === missing) gathered[i] = NaN;
  return gathered;
}

/** Whether ascending rows are all rows up to the last one, so that a column can be copied as it lies. */
function isFromZero(rows: Rows): boolean {
  return rows.length > 0 && rows.at(-1) === rows.length - 1;
}
