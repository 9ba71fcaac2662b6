import type { GroupValue } from '@oriel/core';
import { scratchIntegers } from '../columns/scratch.ts';
import type { EncodedField } from './encode-field.ts';
import { numberPairs } from './number-pairs.ts';

/** Rows in groups. A row that is in several groups is a member of each. */
export interface Members {
  /** For each member, its row's place among the rows. */
  readonly places: Uint32Array;
  /** For each member, its group. */
  readonly groups: Uint32Array;
  readonly groupCount: number;
  /** Every row is a member once, in order: the n-th member is the n-th row. */
  readonly isEachOnce: boolean;
}

/** Groups of rows with the values that make each of them. */
export interface GroupedRows extends Members {
  readonly values: readonly (readonly GroupValue[])[];
}

/** Puts every row into the groups of its values: a group for each combination of the fields' values that occurs. */
export function groupRows(rowCount: number, fields: readonly EncodedField[]): GroupedRows {
  const places = scratchIntegers(rowCount);
  for (let place = 0; place < rowCount; place += 1) places[place] = place;
  let grouped: GroupedRows = {
    places,
    groups: scratchIntegers(rowCount).fill(0),
    groupCount: rowCount === 0 ? 0 : 1,
    isEachOnce: true,
    values: rowCount === 0 ? [] : [[]],
  };
  for (const field of fields) grouped = split(grouped, field);
  return grouped;
}

function split(before: GroupedRows, field: EncodedField): GroupedRows {
  const isList = field.members.some((list) => list.length > 1);
  if (before.groupCount === 1 && !isList) return splitOne(before, field);
  const { places, groups } = isList ? repeat(before, field) : before;
  const fieldValues = isList ? listValues(before.places, field, places.length) : singleValues(places, field);
  const { numbers, list } = numberPairs(groups, fieldValues, before.groupCount, field.values.length + 1);
  return {
    places,
    groups: numbers,
    groupCount: list.length,
    isEachOnce: before.isEachOnce && !isList,
    values: list.map(([group, value]) => [...(before.values[group] ?? []), field.values[value] ?? null]),
  };
}

/** As {@link split} of everything by a field without lists: groups are the values that occur, one pass over the rows. */
function splitOne(
  { places, isEachOnce, values: [group = []] }: GroupedRows,
  field: EncodedField,
): GroupedRows {
  const { codes, members, values } = field;
  const isUsed = new Uint8Array(members.length);
  for (let i = 0; i < codes.length; i += 1) isUsed[codes[i] ?? 0] = 1;
  const groupOfValue = new Map<number, number>();
  const groupOfCode = Uint32Array.from(members, (list, code) => {
    if (isUsed[code] === 0) return 0;
    const value = list?.[0] ?? values.length;
    const known = groupOfValue.get(value) ?? groupOfValue.size;
    groupOfValue.set(value, known);
    return known;
  });
  const groups = scratchIntegers(codes.length);
  for (let i = 0; i < codes.length; i += 1) groups[i] = groupOfCode[codes[i] ?? 0] ?? 0;
  return {
    places,
    groups,
    groupCount: groupOfValue.size,
    isEachOnce,
    values: Array.from(groupOfValue.keys(), (value) => [...group, values[value] ?? null]),
  };
}

/** For each member, the place of its value; behind the last one for those without a value, whose group is `null`. */
function singleValues(places: Uint32Array, { codes, members, values }: EncodedField): Uint32Array {
  const byCode = Uint32Array.from(members, (list) => list?.[0] ?? values.length);
  const found = scratchIntegers(places.length);
  for (let i = 0; i < places.length; i += 1) found[i] = byCode[codes[places[i] ?? 0] ?? 0] ?? 0;
  return found;
}

/** As {@link singleValues}, a member for each value of a list. */
function listValues(places: Uint32Array, { codes, members, values }: EncodedField, count: number) {
  const found = scratchIntegers(count);
  let next = 0;
  for (const place of places) {
    const list = members[codes[place] ?? 0] ?? [];
    if (list.length === 0) found[next++] = values.length;
    for (const value of list) found[next++] = value;
  }
  return found;
}

/** Every member once for each of its values. */
function repeat({ places, groups }: Members, { codes, members }: EncodedField) {
  const timesOf = (place: number) => Math.max(1, members[codes[place] ?? 0]?.length ?? 1);
  let count = 0;
  for (const place of places) count += timesOf(place);
  const repeated = { places: scratchIntegers(count), groups: scratchIntegers(count) };
  let next = 0;
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    for (let times = timesOf(place); times > 0; times -= 1) {
      repeated.places[next] = place;
      repeated.groups[next++] = groups[i] ?? 0;
    }
  }
  return repeated;
}
