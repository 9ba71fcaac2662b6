import { sumNumbers } from '../../merge/running-sum.ts';

/** How well two columns of numbers agree. `null` where it is not defined: fewer than two pairs, or no variation. */
export interface NumericAgreement {
  readonly pairCount: number;
  /** Pearson's correlation of the values, -1 to 1. */
  readonly pearson: number | null;
  /** Pearson's correlation of the ranks, ties sharing the middle one: Spearman's rho. */
  readonly spearman: number | null;
  /** Mean of the absolute differences; `null` without pairs. */
  readonly meanAbsoluteError: number | null;
  /** Square root of the mean of the squared differences; `null` without pairs. */
  readonly rootMeanSquareError: number | null;
}

export type NumberPair = readonly [first: number, second: number];

/** Compares two numeric scores of the same things (reference 4.7). */
export function numericAgreement(pairs: readonly NumberPair[]): NumericAgreement {
  const firsts = pairs.map(([first]) => first);
  const seconds = pairs.map(([, second]) => second);
  const differences = pairs.map(([first, second]) => first - second);
  const meanOf = (values: readonly number[]) => (values.length === 0 ? null : mean(values));
  const meanSquare = meanOf(differences.map((difference) => difference ** 2));
  return {
    pairCount: pairs.length,
    pearson: correlation(firsts, seconds),
    spearman: correlation(ranks(firsts), ranks(seconds)),
    meanAbsoluteError: meanOf(differences.map(Math.abs)),
    rootMeanSquareError: meanSquare === null ? null : Math.sqrt(meanSquare),
  };
}

/** In two passes: the textbook's one-pass formula loses all digits where the mean is far from zero. */
function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length < 2) return null;
  const meanX = mean(xs);
  const meanY = mean(ys);
  let covariance = 0;
  let varianceX = 0;
  let varianceY = 0;
  for (let index = 0; index < xs.length; index += 1) {
    const dx = (xs[index] ?? 0) - meanX;
    const dy = (ys[index] ?? 0) - meanY;
    covariance += dx * dy;
    varianceX += dx * dx;
    varianceY += dy * dy;
  }
  if (varianceX === 0 || varianceY === 0) return null;
  const value = covariance / Math.sqrt(varianceX) / Math.sqrt(varianceY);
  // A last digit too many would say "more than perfectly".
  return Math.min(1, Math.max(-1, value));
}

/** 1 for the smallest; equal values share the middle of their places. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const result = values.map(() => 0);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let place = start; place < end; place += 1) result[order[place] ?? 0] = (start + 1 + end) / 2;
    start = end;
  }
  return result;
}

function mean(values: readonly number[]): number {
  return sumNumbers(values) / values.length;
}
