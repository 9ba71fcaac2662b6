import type { ComparedMeasure, ComparedSide, MeasureComparison } from './comparison.ts';
import { differenceInterval } from './interval.ts';
import type { Estimate, Interval } from './interval.ts';
import { judgeDifference } from './judge-difference.ts';
import type { GoodDirection } from './judge-difference.ts';
import { percentileRanks } from './percentile-ranks.ts';
import { meanSample, rankInterval } from './sample.ts';
import type { Sample } from './sample.ts';
import { mapPair } from './sides.ts';
import type { Pair } from './sides.ts';
import { meanInterval, welchInterval } from './welch-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Compares how often something was so, by Newcombe's method. */
export function compareShares(
  measure: ComparedMeasure,
  shares: Pair<{ readonly hits: number; readonly count: number }>,
  confidence: number,
  good: GoodDirection,
): MeasureComparison {
  const estimates = mapPair(shares, ({ hits, count }) =>
    count === 0 ? null : wilsonInterval(hits, count, confidence),
  );
  return judgeDifference(measure, {
    baseline: sideOf(estimates[0], shares[0].count),
    candidate: sideOf(estimates[1], shares[1].count),
    interval: estimates[0] && estimates[1] ? differenceInterval(estimates[0], estimates[1]) : null,
    method: 'newcombe',
    good,
  });
}

/** Compares a percentile, by the order statistics around it. */
export function comparePercentiles(
  samples: Pair<Sample>,
  percentile: 'p50' | 'p95',
  confidence: number,
): MeasureComparison {
  const estimates = mapPair(samples, (sample): Estimate | null => {
    const ranks = percentileRanks(sample.count, percentile === 'p50' ? 0.5 : 0.95, confidence);
    const around = ranks && rankInterval(sample, ranks);
    const value = sample[percentile];
    if (around === null || value === null) return null;
    // Percentiles lie between two values, and coarse ranges may end just beside them.
    return { value, low: Math.min(around.low, value), high: Math.max(around.high, value) };
  });
  const sides = mapPair(samples, (sample) => ({ value: sample[percentile], count: sample.count }));
  return judgeDifference(
    { kind: 'latency', percentile },
    {
      baseline: { ...sides[0], interval: rangeOf(estimates[0]) },
      candidate: { ...sides[1], interval: rangeOf(estimates[1]) },
      interval: estimates[0] && estimates[1] ? differenceInterval(estimates[0], estimates[1]) : null,
      method: 'order-statistics',
      good: 'lower',
    },
  );
}

/** Compares means, by Welch's method. */
export function compareMeans(
  measure: ComparedMeasure,
  samples: Pair<Sample>,
  confidence: number,
  good: GoodDirection,
): MeasureComparison {
  const [from, to] = mapPair(samples, meanSample);
  const side = (sample: Sample): ComparedSide => {
    const mean = meanSample(sample);
    return {
      value: sample.mean,
      count: sample.count,
      interval: rangeOf(mean && meanInterval(mean, confidence)),
    };
  };
  return judgeDifference(measure, {
    baseline: side(samples[0]),
    candidate: side(samples[1]),
    interval: from && to ? welchInterval(from, to, confidence) : null,
    method: 'welch',
    good,
  });
}

function sideOf(estimate: Estimate | null, count: number): ComparedSide {
  return { value: estimate?.value ?? null, count, interval: rangeOf(estimate) };
}

function rangeOf(estimate: Estimate | null): Interval | null {
  return estimate && { low: estimate.low, high: estimate.high };
}
