/** Pairs that are looked up in a list instead of a map. */
const MAX_LISTED = 4_000_000;

/** Small numbers for pairs of numbers, in the order in which pairs are first met. */
export interface NumberedPairs {
  numberOf(a: number, b: number): number;
  /** The pairs by their numbers. */
  readonly list: readonly (readonly [number, number])[];
}

/** `a` is below `countA`, `b` below `countB`. */
export function numberPairs(countA: number, countB: number): NumberedPairs {
  const list: (readonly [number, number])[] = [];
  if (countA * countB <= MAX_LISTED) {
    /** A pair's number + 1; 0 for pairs nobody met. */
    const numbers = new Uint32Array(countA * countB);
    return {
      list,
      numberOf(a, b) {
        const at = a * countB + b;
        let number = numbers[at] ?? 0;
        if (number === 0) numbers[at] = number = list.push([a, b]);
        return number - 1;
      },
    };
  }
  const numbers = new Map<number, number>();
  return {
    list,
    numberOf(a, b) {
      const at = a * countB + b;
      let number = numbers.get(at);
      if (number === undefined) numbers.set(at, (number = list.push([a, b]) - 1));
      return number;
    },
  };
}
