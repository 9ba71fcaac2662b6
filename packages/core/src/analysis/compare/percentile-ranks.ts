import { incompleteBeta } from './incomplete-beta.ts';
import { DEFAULT_CONFIDENCE } from './interval.ts';

/** Places among sorted values, from 1. */
export interface PercentileRanks {
  readonly low: number;
  readonly high: number;
}

/**
 * Between which of `count` sorted values a percentile of what they were drawn from lies, whatever its distribution: the
 * ranks of the order statistics, each tail of the binomial distribution at most half of what the confidence leaves (Hahn
 * and Meeker, "Statistical Intervals", 1991, 5.2). `null` where there are too few values for a range on both sides: p95
 * takes 72 of them at 95 %.
 *
 * @param share - of the percentile: 0.95 for p95.
 */
export function percentileRanks(
  count: number,
  share: number,
  confidence = DEFAULT_CONFIDENCE,
): PercentileRanks | null {
  const tail = (1 - confidence) / 2;
  // The value at rank r is above the percentile when fewer than r values are below it.
  const low = firstRank(count, (rank) => sharesBelow(rank - 1, count, share) > tail) - 1;
  const high = firstRank(count, (rank) => sharesBelow(rank - 1, count, share) >= 1 - tail);
  return low < 1 || high > count ? null : { low, high };
}

/** The first rank of which something is true, and stays true; `count + 1` if of none. */
function firstRank(count: number, isTrue: (rank: number) => boolean): number {
  let low = 0;
  let high = count + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** How likely at most `hits` of `count` draws hit, each with the chance `share`. */
function sharesBelow(hits: number, count: number, share: number): number {
  if (hits < 0) return 0;
  return hits >= count ? 1 : incompleteBeta(1 - share, count - hits, hits + 1);
}
