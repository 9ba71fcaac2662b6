import type { IntegerColumn } from '../columns/integer-column.ts';
import { gatherIntegers } from './column-makers.ts';
import type { Rows } from './view-column.ts';

/** Rows by the code they have in a column. */
export interface GroupMembers {
  /** How many different codes there are. */
  readonly count: number;
  codeOf(group: number): number;
  /** Ascending. */
  membersOf(group: number): Rows;
}

/** Groups rows by their codes; those without one (0) are in no group. */
export function groupMembers(column: IntegerColumn, size: number, rows: Rows): GroupMembers {
  const codes = gatherIntegers(column, rows);
  /** Where the next member of a code goes: behind those of all lower codes. */
  const ends = new Uint32Array(size + 1);
  for (const code of codes) ends[code + 1] = (ends[code + 1] ?? 0) + 1;
  for (let code = 1; code <= size; code += 1) ends[code] = (ends[code] ?? 0) + (ends[code - 1] ?? 0);
  const starts = ends.slice();
  const members = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const code = codes[i] ?? 0;
    members[starts[code] ?? 0] = rows[i] ?? 0;
    starts[code] = (starts[code] ?? 0) + 1;
  }
  const used: number[] = [];
  for (let code = 1; code < size; code += 1) if (ends[code] !== ends[code + 1]) used.push(code);
  return {
    count: used.length,
    codeOf: (group) => used[group] ?? 0,
    membersOf(group) {
      const code = used[group] ?? 0;
      return members.subarray(ends[code], ends[code + 1]);
    },
  };
}
