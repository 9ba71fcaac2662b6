import { findField } from '@oriel/core';
import type { FieldValue, GroupValue, View } from '@oriel/core';
import { scratchIntegers } from '../columns/scratch.ts';
import { readsPayload } from '../views/reads-payload.ts';
import type { Rows } from '../views/view-column.ts';
import type { ViewRows } from '../views/view-rows.ts';

/** The values of a field as numbers, so that rows are grouped by adding up instead of by comparing texts. */
export interface EncodedField {
  /** For each of the rows, which of `members` it has. */
  readonly codes: Uint32Array;
  /** By code, the places in `values` of its values: none, one, or those of a list. */
  readonly members: readonly (readonly number[])[];
  /** Each value once. */
  readonly values: readonly GroupValue[];
}

/** @throws PatchesNeeded */
export function encodeField<V extends View>(view: ViewRows<V>, rows: Rows, name: string): EncodedField {
  const column = view.column(name);
  if (column?.kind === 'codes') {
    const codes = column.gather(rows);
    const { values, membersOf } = valueList();
    const members: (readonly number[])[] = [];
    const isUsed = new Uint8Array(column.size);
    for (let i = 0; i < codes.length; i += 1) isUsed[codes[i] ?? 0] = 1;
    for (const [code, used] of isUsed.entries()) members.push(used ? membersOf(column.valueOf(code)) : NONE);
    return { codes, members, values };
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

const NONE: readonly number[] = [];

function encodeValues(count: number, valueAt: (place: number) => FieldValue): EncodedField {
  const { values, membersOf } = valueList();
  const codes = scratchIntegers(count);
  const members: (readonly number[])[] = [];
  const scalars = new Map<FieldValue, number>();
  const lists = new Map<string, number>();
  for (let place = 0; place < count; place += 1) {
    const value = valueAt(place);
    const key = isList(value) ? JSON.stringify(value) : '';
    let code = isList(value) ? lists.get(key) : scalars.get(value);
    if (code === undefined) {
      code = members.push(membersOf(value)) - 1;
      if (isList(value)) lists.set(key, code);
      else scalars.set(value, code);
    }
    codes[place] = code;
  }
  return { codes, members, values };
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
