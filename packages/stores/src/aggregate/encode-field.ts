import { findField } from '@oriel/core';
import type { FieldValue, GroupValue, View } from '@oriel/core';
import { scratchIntegers } from '../columns/scratch.ts';
import { readsPayload } from '../views/reads-payload.ts';
import type { CodeColumn, Rows } from '../views/view-column.ts';
import type { ViewRows } from '../views/view-rows.ts';

/** The values of a field as numbers, so that rows are grouped by adding up instead of by comparing texts. */
export interface EncodedField {
  /** For each of the rows, its code. */
  readonly codes: Uint32Array;
  /** Codes are below this. */
  readonly size: number;
  /**
   * By code, the places of its values: none, one, or those of a list. `null` where each code is the place of its one
   * value, as it is for most fields.
   */
  readonly members: readonly (readonly number[])[] | null;
  /** Places of values are below this. */
  readonly valueCount: number;
  /** The value at a place, another at each; `null` at most at one. Some may be of no row. */
  readonly valueAt: (place: number) => GroupValue;
}

/** Up to so many codes are all looked at; of more, only those that rows have. */
const FEW_CODES = 256;

const NONE: readonly number[] = [];

/** @throws PatchesNeeded */
export function encodeField<V extends View>(view: ViewRows<V>, rows: Rows, name: string): EncodedField {
  const column = view.column(name);
  if (column?.kind === 'codes') {
    const codes = column.gather(rows);
    return column.isUnique ? uniqueCodes(column, codes) : memberCodes(column, codes);
  }
  if (column?.kind === 'numbers') {
    const numbers = column.gather(rows);
    return encodeValues(rows.length, (place) =>
      Number.isNaN(numbers[place]) ? null : (numbers[place] ?? null),
    );
  }
  if (column) return encodeValues(rows.length, (place) => column.at(rows[place] ?? 0));
  if (readsPayload(view.view, name)) view.needPayloads(rows);
  const field = findField(view.view, name);
  return encodeValues(rows.length, (place) => field?.read(view.record(rows[place] ?? 0)) ?? null);
}

function uniqueCodes(column: CodeColumn, codes: Uint32Array): EncodedField {
  return {
    codes,
    size: column.size,
    members: null,
    valueCount: column.size,
    valueAt: (code) => column.valueOf(code) as GroupValue,
  };
}

function memberCodes(column: CodeColumn, codes: Uint32Array): EncodedField {
  const { size } = column;
  const { values, membersOf } = valueList();
  const isUsed = new Uint8Array(size).fill(size <= FEW_CODES ? 1 : 0);
  if (size > FEW_CODES) for (let i = 0; i < codes.length; i += 1) isUsed[codes[i] ?? 0] = 1;
  const members = Array.from(isUsed, (used, code) => (used ? membersOf(column.valueOf(code)) : NONE));
  return { codes, size, members, valueCount: values.length, valueAt: (place) => values[place] ?? null };
}

function encodeValues(count: number, valueAt: (place: number) => FieldValue): EncodedField {
  const codes = scratchIntegers(count);
  const found: FieldValue[] = [];
  const scalars = new Map<FieldValue, number>();
  const lists = new Map<string, number>();
  for (let place = 0; place < count; place += 1) {
    const value = valueAt(place);
    const key = isList(value) ? JSON.stringify(value) : '';
    let code = isList(value) ? lists.get(key) : scalars.get(value);
    if (code === undefined) {
      code = found.push(value) - 1;
      if (isList(value)) lists.set(key, code);
      else scalars.set(value, code);
    }
    codes[place] = code;
  }
  const size = found.length;
  if (lists.size === 0) {
    return { codes, size, members: null, valueCount: size, valueAt: (place) => found[place] as GroupValue };
  }
  const { values, membersOf } = valueList();
  const members = found.map(membersOf);
  return { codes, size, members, valueCount: values.length, valueAt: (place) => values[place] ?? null };
}

/** Values in the order they are first met, each once. */
function valueList() {
  const values: GroupValue[] = [];
  const places = new Map<GroupValue, number>();
  const placeOf = (value: GroupValue) => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, values.length);
    return values.push(value) - 1;
  };
  const membersOf = (value: FieldValue): readonly number[] => {
    if (value === null) return NONE;
    if (isList(value)) return [...new Set(value.map(placeOf))];
    return [placeOf(value)];
  };
  return { values, membersOf };
}

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}
