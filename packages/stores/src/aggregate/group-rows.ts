import type { GroupValue } from '@oriel/core';
import { scratchFloats, scratchIntegers } from '../columns/scratch.ts';
import type { EncodedField } from './encode-field.ts';
import { numberPairs } from './number-pairs.ts';

/** Rows in groups. A row that is in several groups is a member of each. */
export interface Members {
  /** For each member, its row's place among the rows; `null` where the n-th member is the n-th row. */
  readonly places: Uint32Array | null;
  /** For each member, its group. */
  readonly groups: Uint32Array;
  /** How many members each group has; some may have none. */
  readonly sizes: Uint32Array;
}

/** Groups of rows with the values that make each of them. */
export interface GroupedRows extends Members {
  readonly valuesOf: (group: number) => readonly GroupValue[];
}

type Groups = Omit<GroupedRows, 'sizes'> & { readonly groupCount: number };

/** Puts every row into the groups of its values: a group for each combination of the fields' values that occurs. */
export function groupRows(rowCount: number, fields: readonly EncodedField[]): GroupedRows {
  let grouped: Groups | null = null;
  for (const field of fields) grouped = grouped === null ? groupsOf(rowCount, field) : split(grouped, field);
  grouped ??= {
    places: null,
    groups: scratchIntegers(rowCount).fill(0),
    groupCount: 1,
    valuesOf: () => [],
  };
  const { places, groups, groupCount, valuesOf } = grouped;
  return { places, groups, sizes: sizesOf(groups, groupCount), valuesOf };
}

/**
 * How many members each group has. Neighbours are often in one group, and adding to what was just written has to wait
 * for it: so every other one is counted apart.
 */
export function sizesOf(groups: Uint32Array, groupCount: number): Uint32Array {
  const sizes = new Uint32Array(groupCount);
  const others = new Uint32Array(groupCount);
  for (let i = 0; i + 1 < groups.length; i += 2) {
    const group = groups[i] ?? 0;
    const other = groups[i + 1] ?? 0;
    sizes[group] = (sizes[group] ?? 0) + 1;
    others[other] = (others[other] ?? 0) + 1;
  }
  if (groups.length % 2 === 1) others[groups.at(-1) ?? 0] = (others[groups.at(-1) ?? 0] ?? 0) + 1;
  for (let group = 0; group < groupCount; group += 1) {
    sizes[group] = (sizes[group] ?? 0) + (others[group] ?? 0);
  }
  return sizes;
}

/** The values of one field are groups as they are. */
function groupsOf(rowCount: number, field: EncodedField): Groups {
  const valuesOf = (group: number) => [valueOf(field, group)];
  if (!hasLists(field)) {
    return { places: null, groups: singleValues(field), groupCount: field.valueCount + 1, valuesOf };
  }
  const all = scratchIntegers(rowCount);
  for (let place = 0; place < rowCount; place += 1) all[place] = place;
  const { places } = repeat({ places: all, groups: all }, field);
  return {
    places,
    groups: listValues(all, field, places.length),
    groupCount: field.valueCount + 1,
    valuesOf,
  };
}

function split(before: Groups, field: EncodedField): Groups {
  const [{ places, groups }, values] = hasLists(field)
    ? splitLists(before, field)
    : [before, inPlaces(singleValues(field), before.places)];
  const { numbers, list } = numberPairs(groups, values, before.groupCount, field.valueCount + 1);
  return {
    places,
    groups: numbers,
    groupCount: list.length,
    valuesOf(number) {
      const [group, value] = list[number] ?? [0, 0];
      return [...before.valuesOf(group), valueOf(field, value)];
    },
  };
}

function splitLists(before: Groups, field: EncodedField) {
  const all = before.places ?? Uint32Array.from(before.groups.keys());
  const repeated = repeat({ places: all, groups: before.groups }, field);
  return [repeated, listValues(all, field, repeated.places.length)] as const;
}

/** What rows have, for each member. */
export function inPlaces<Values extends Uint32Array | Float64Array>(
  ofRows: Values,
  places: Uint32Array | null,
): Values {
  if (places === null) return ofRows;
  const found = (
    ofRows instanceof Uint32Array ? scratchIntegers(places.length) : scratchFloats(places.length)
  ) as Values;
  for (let i = 0; i < places.length; i += 1) found[i] = ofRows[places[i] ?? 0] ?? 0;
  return found;
}

function hasLists({ members }: EncodedField): boolean {
  return members !== null && members.some((list) => list.length > 1);
}

/** Behind the last value is the group of those without one. */
function valueOf({ valueCount, valueAt }: EncodedField, place: number): GroupValue {
  return place < valueCount ? valueAt(place) : null;
}

/** For each row, the place of its value; behind the last one for those without a value, whose group is `null`. */
function singleValues({ codes, members, valueCount }: EncodedField): Uint32Array {
  if (members === null) return codes;
  const byCode = Uint32Array.from(members, ([value = valueCount]) => value);
  const found = scratchIntegers(codes.length);
  for (let i = 0; i < codes.length; i += 1) found[i] = byCode[codes[i] ?? 0] ?? 0;
  return found;
}

/** As {@link singleValues} of some places, a member for each value of a list. */
function listValues(places: Uint32Array, { codes, members, valueCount }: EncodedField, count: number) {
  const found = scratchIntegers(count);
  let next = 0;
  for (const place of places) {
    const list = members?.[codes[place] ?? 0] ?? [];
    if (list.length === 0) found[next++] = valueCount;
    for (const value of list) found[next++] = value;
  }
  return found;
}

/** Every member once for each of its values. */
function repeat(
  { places, groups }: { readonly places: Uint32Array; readonly groups: Uint32Array },
  { codes, members }: EncodedField,
) {
  const timesOf = (place: number) => Math.max(1, members?.[codes[place] ?? 0]?.length ?? 1);
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
