type Scalar = string | number | boolean;

const RANKS: Readonly<Record<string, number>> = { number: 0, boolean: 1, string: 2 };

/** The order of values of any type: numbers, then booleans, then texts by code unit. */
export function compareScalars(a: Scalar, b: Scalar): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function rank(value: Scalar): number {
  return RANKS[typeof value] ?? 0;
}
