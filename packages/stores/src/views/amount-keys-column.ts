import type { AmountColumns } from '../columns/amount-columns.ts';
import { scratchIntegers } from '../columns/scratch.ts';
import { gatherIntegers } from './column-makers.ts';
import type { CodeColumn, Rows } from './view-column.ts';

/**
 * `usageKeys` and `costKeys`: the keys that a row has amounts of. Rows have few different sets of them, so a set is a
 * code.
 *
 *     input    3  –  7      bits   11  00  11
 *     output   5  –  2      code    1   0   1
 */
export function amountKeysColumn(amounts: AmountColumns): CodeColumn {
  const { columns } = amounts;
  const sets: string[][] = [[]];
  const codeOfBits = new Map([[0, 0]]);

  function codeOf(bits: number): number {
    const known = codeOfBits.get(bits);
    if (known !== undefined) return known;
    const keys = columns.flatMap(([key], place) => ((bits >> place) & 1 ? [key] : []));
    const code = sets.push(keys.toSorted()) - 1;
    codeOfBits.set(bits, code);
    return code;
  }

  return {
    kind: 'codes',
    isUnique: false,
    get size() {
      return sets.length;
    },
    valueOf: (code) => sets[code] ?? [],
    gather(rows) {
      const gathered = bitsOf(amounts, rows);
      for (let i = 0; i < gathered.length; i += 1) gathered[i] = codeOf(gathered[i] ?? 0);
      return gathered;
    },
  };
}

/** A bit for each key that a row has. */
function bitsOf({ places, columns }: AmountColumns, rows: Rows): Uint32Array {
  const at = gatherIntegers(places.column, rows);
  const last = at.reduce((most, place) => Math.max(most, place), 0);
  const bits = scratchIntegers(rows.length).fill(0);
  for (const [place, [, column]] of columns.entries()) {
    const { values, missing } = column.upTo(last + 1);
    for (let i = 0; i < bits.length; i += 1) {
      const amount = values[at[i] ?? 0] ?? NaN;
      if (amount !== missing && !Number.isNaN(amount)) bits[i] = (bits[i] ?? 0) | (1 << place);
    }
  }
  return bits;
}
