import { DEFAULT_CONFIDENCE } from './interval.ts';
import type { Estimate, Interval } from './interval.ts';
import { studentQuantile } from './student-quantile.ts';

/** What a mean is judged by. */
export interface MeanSample {
  readonly count: number;
  readonly mean: number;
  /** Of the sample, divided by `count - 1`. */
  readonly variance: number;
}

/** A mean and the range of the mean it was drawn from, by Student's t; of one value there is no range. */
export function meanInterval(sample: MeanSample, confidence = DEFAULT_CONFIDENCE): Estimate | null {
  const { count, mean, variance } = sample;
  if (count < 2) return null;
  const spread = studentQuantile((1 + confidence) / 2, count - 1) * Math.sqrt(variance / count);
  return { value: mean, low: mean - spread, high: mean + spread };
}

/**
 * The range of the difference `to - from` of two means whose variances may differ: Welch's t with the degrees of freedom
 * of Satterthwaite (Welch, "The generalization of Student's problem when several different population variances are
 * involved", Biometrika 34, 1947). `null` where a sample has fewer than two values.
 */
export function welchInterval(
  from: MeanSample,
  to: MeanSample,
  confidence = DEFAULT_CONFIDENCE,
): Interval | null {
  if (from.count < 2 || to.count < 2) return null;
  const fromError = from.variance / from.count;
  const toError = to.variance / to.count;
  const difference = to.mean - from.mean;
  const error = fromError + toError;
  // Values that are all the same leave nothing to chance.
  if (error === 0) return { low: difference, high: difference };
  const degrees = error ** 2 / (fromError ** 2 / (from.count - 1) + toError ** 2 / (to.count - 1));
  const spread = studentQuantile((1 + confidence) / 2, degrees) * Math.sqrt(error);
  return { low: difference - spread, high: difference + spread };
}
