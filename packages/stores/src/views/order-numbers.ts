import { compareScalars, DEFAULT_ORDER_FIELD, findField } from '@oriel/core';
import type { FieldValue, PageQuery, Position, View } from '@oriel/core';
import { scratchFloats } from '../columns/scratch.ts';
import { readsPayload } from './reads-payload.ts';
import type { CodeColumn, Rows } from './view-column.ts';
import type { ViewRows } from './view-rows.ts';

type PositionValue = Position['value'];

/** The order of rows as numbers: the lower one comes first. Rows without a value have Infinity. */
export interface OrderNumbers {
  /** One for each of the rows. */
  readonly numbers: Float64Array;
  /** Where a value is among them, that of a row that is gone included. */
  readonly numberOf: (value: PositionValue) => number;
}

/** @throws PatchesNeeded */
export function orderNumbers<V extends View>(
  view: ViewRows<V>,
  rows: Rows,
  { order }: PageQuery,
): OrderNumbers {
  const name = order?.field ?? DEFAULT_ORDER_FIELD[view.view];
  const sign = order?.direction === 'asc' ? 1 : -1;
  const column = view.column(name);
  if (column?.kind === 'numbers') {
    const numberOf = (value: unknown) =>
      typeof value !== 'number' || Number.isNaN(value) ? Infinity : sign * value;
    const gathered = column.gather(rows);
    const numbers = scratchFloats(rows.length);
    for (let i = 0; i < numbers.length; i += 1) numbers[i] = numberOf(gathered[i]);
    return { numbers, numberOf };
  }
  if (column?.kind === 'codes') return rankCodes(column, rows, sign);
  if (name === 'id' && order?.direction === 'asc') return byKeyAlone(rows.length);
  if (column)
    return rankValues(
      Array.from(rows, (row) => positionOf(column.at(row))),
      sign,
    );
  if (readsPayload(view.view, name)) view.needPayloads(rows);
  const field = findField(view.view, name);
  return rankValues(
    Array.from(rows, (row) => positionOf(field?.read(view.record(row)) ?? null)),
    sign,
  );
}

/** Rows that their keys put in order, which begin with the id. */
function byKeyAlone(count: number): OrderNumbers {
  return { numbers: new Float64Array(count), numberOf: () => 0 };
}

function rankCodes(column: CodeColumn, rows: Rows, sign: number): OrderNumbers {
  const codes = column.gather(rows);
  const used = new Set(codes);
  const values = new Map(Array.from(used, (code) => [code, positionOf(column.valueOf(code))]));
  const numberOf = ranker(new Set(values.values()), sign);
  const byCode = new Float64Array(column.size);
  for (const [code, value] of values) byCode[code] = numberOf(value);
  return { numbers: Float64Array.from(codes, (code) => byCode[code] ?? Infinity), numberOf };
}

function rankValues(values: readonly PositionValue[], sign: number): OrderNumbers {
  const numberOf = ranker(new Set(values), sign);
  return { numbers: Float64Array.from(values, numberOf), numberOf };
}

/** Ranks of known values, and places between them for others. */
function ranker(known: ReadonlySet<PositionValue>, sign: number): (value: PositionValue) => number {
  const sorted = [...known].filter((value) => value !== null).toSorted(compareScalars);
  const ranks = new Map(sorted.map((value, rank) => [value, sign * rank]));
  return (value) => {
    if (value === null) return Infinity;
    const rank = ranks.get(value);
    if (rank !== undefined) return rank;
    const next = sorted.findIndex((other) => compareScalars(other, value) > 0);
    return sign * ((next < 0 ? sorted.length : next) - 0.5);
  };
}

/** A value as cursors hold it. */
export function positionOf(value: FieldValue): PositionValue {
  return Array.isArray(value) ? value.join() || null : (value as PositionValue);
}
