import type { GroupValue } from '@oriel/core';
import type { EncodedField } from './encode-field.ts';
import { numberPairs } from './number-pairs.ts';

/** Rows in groups. A row that is in several groups is a member of each. */
export interface Members {
  /** For each member, its row's place among the rows. */
  readonly places: Uint32Array;
  /** For each member, its group. */
  readonly groups: Uint32Array;
  readonly groupCount: number;
}

/** Groups of rows with the values that make each of them. */
export interface GroupedRows extends Members {
  readonly values: readonly (readonly GroupValue[])[];
}

/** Puts every row into the groups of its values: a group for each combination of the fields' values that occurs. */
export function groupRows(rowCount: number, fields: readonly EncodedField[]): GroupedRows {
  let grouped: GroupedRows = {
    places: Uint32Array.from({ length: rowCount }, (_, place) => place),
    groups: new Uint32Array(rowCount),
    groupCount: rowCount === 0 ? 0 : 1,
    values: rowCount === 0 ? [] : [[]],
  };
  for (const field of fields) grouped = split(grouped, field);
  return grouped;
}

function split(before: GroupedRows, { codes, members, values }: EncodedField): GroupedRows {
  const { places, groups } = before;
  // A record without a value is in the group of `null`, which is none of the field's values.
  const none = [values.length];
  const listAt = (member: number) => {
    const list = members[codes[places[member] ?? 0] ?? 0];
    return list === undefined || list.length === 0 ? none : list;
  };
  let count = 0;
  for (let i = 0; i < places.length; i += 1) count += listAt(i).length;

  const pairs = numberPairs(before.groupCount, values.length + 1);
  const placesAfter = count === places.length ? places : new Uint32Array(count);
  const groupsAfter = new Uint32Array(count);
  let next = 0;
  for (let i = 0; i < places.length; i += 1) {
    for (const value of listAt(i)) {
      placesAfter[next] = places[i] ?? 0;
      groupsAfter[next] = pairs.numberOf(groups[i] ?? 0, value);
      next += 1;
    }
  }
  return {
    places: placesAfter,
    groups: groupsAfter,
    groupCount: pairs.list.length,
    values: pairs.list.map(([group, value]) => [...(before.values[group] ?? []), values[value] ?? null]),
  };
}
