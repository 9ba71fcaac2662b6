import { scratchIntegers } from '../columns/scratch.ts';

/** Pairs that are looked up in a list instead of a map. */
const MAX_LISTED = 4_000_000;

/** Small numbers for pairs of numbers, in the order in which pairs are first met. */
export interface NumberedPairs {
  /** For each pair, its number. */
  readonly numbers: Uint32Array;
  /** The different pairs, by their numbers. */
  readonly list: readonly (readonly [number, number])[];
}

/** Numbers the pairs that two lists make place by place. Those of `a` are below `countA`, those of `b` below `countB`. */
export function numberPairs(a: Uint32Array, b: Uint32Array, countA: number, countB: number): NumberedPairs {
  const numbers = scratchIntegers(a.length);
  const list: (readonly [number, number])[] = [];
  if (countA * countB > MAX_LISTED) {
    const known = new Map<number, number>();
    for (let i = 0; i < a.length; i += 1) {
      const pair = (a[i] ?? 0) * countB + (b[i] ?? 0);
      let number = known.get(pair);
      if (number === undefined) known.set(pair, (number = list.push([a[i] ?? 0, b[i] ?? 0]) - 1));
      numbers[i] = number;
    }
    return { numbers, list };
  }
  /** A pair's number + 1; 0 for pairs nobody met. */
  const known = new Uint32Array(countA * countB);
  for (let i = 0; i < a.length; i += 1) {
    const pair = (a[i] ?? 0) * countB + (b[i] ?? 0);
    let number = known[pair] ?? 0;
    if (number === 0) known[pair] = number = list.push([a[i] ?? 0, b[i] ?? 0]);
    numbers[i] = number - 1;
  }
  return { numbers, list };
}
