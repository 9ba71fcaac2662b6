import { sumNumbers, withoutNoise } from '../../merge/running-sum.ts';
import { percentile } from '../../query/aggregate/percentile.ts';
import type { Interval } from './interval.ts';
import type { PercentileRanks } from './percentile-ranks.ts';
import type { MeanSample } from './welch-interval.ts';

/** Values of a sample that lie in one range; a single value where `low` is `high`. */
export interface SampleBin extends Interval {
  readonly count: number;
}

/** A sample of numbers as its sorted values, or where these are too many as counts in narrow ranges. */
export interface Sample {
  readonly count: number;
  /** `null` of no values. */
  readonly mean: number | null;
  /** Exact, as `percentile` says; `null` of no values. */
  readonly p50: number | null;
  readonly p95: number | null;
  /** Upwards, none of them empty, none over another. */
  readonly bins: readonly SampleBin[];
}

/** A sample whose values are all at hand. */
export function sampleOfValues(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    mean: sorted.length === 0 ? null : withoutNoise(sumNumbers(sorted) / sorted.length),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    bins: sorted.map((value) => ({ low: value, high: value, count: 1 })),
  };
}

/**
 * What means are judged by; `null` of no values. Values known only by their range count with the end that is further from
 * the mean, so ranges come out too wide rather than too narrow.
 */
export function meanSample({ count, mean, bins }: Sample): MeanSample | null {
  if (mean === null) return null;
  const squares = bins.reduce((sum, bin) => sum + bin.count * furthestSquare(bin, mean), 0);
  return { count, mean, variance: count < 2 ? 0 : squares / (count - 1) };
}

/** The range between two ranks. Of values known only by their range, the outer ends count. */
export function rankInterval({ bins }: Sample, ranks: PercentileRanks): Interval | null {
  const low = binAtRank(bins, ranks.low);
  const high = binAtRank(bins, ranks.high);
  return low && high ? { low: low.low, high: high.high } : null;
}

/** The range that the value at a rank, from 1, lies in. */
export function binAtRank(bins: readonly SampleBin[], rank: number): SampleBin | undefined {
  let seen = 0;
  return bins.find(({ count }) => (seen += count) >= rank);
}

/** The square of how far a value of a range may be from the mean. */
export function furthestSquare({ low, high }: SampleBin, mean: number): number {
  return Math.max((low - mean) ** 2, (high - mean) ** 2);
}
