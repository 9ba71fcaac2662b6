import { withoutNoise } from '../../merge/running-sum.ts';
import type {
  ComparedMeasure,
  ComparedSide,
  ComparisonMethod,
  MeasureComparison,
  Verdict,
} from './comparison.ts';
import { MIN_SAMPLE } from './comparison.ts';
import type { Interval } from './interval.ts';

/** Which way a measure is good; `null` where neither way is. */
export type GoodDirection = 'higher' | 'lower' | null;

export interface JudgedSides {
  readonly baseline: ComparedSide;
  readonly candidate: ComparedSide;
  /** Of the difference; `null` where there is none. */
  readonly interval: Interval | null;
  readonly method: ComparisonMethod;
  readonly good: GoodDirection;
}

/** A measure of two sides with what can be concluded from it. */
export function judgeDifference(measure: ComparedMeasure, sides: JudgedSides): MeasureComparison {
  const { baseline, candidate, method } = sides;
  const isEnough = Math.min(baseline.count, candidate.count) >= MIN_SAMPLE;
  const interval = isEnough ? sides.interval : null;
  return {
    measure,
    baseline,
    candidate,
    ...differenceOf(baseline, candidate),
    interval,
    method: interval === null ? null : method,
    verdict: interval === null ? 'too-few' : verdictOf(interval, sides.good),
  };
}

/** How far the candidate is from the baseline. */
export function differenceOf(
  baseline: ComparedSide,
  candidate: ComparedSide,
): Pick<MeasureComparison, 'difference' | 'relative'> {
  if (baseline.value === null || candidate.value === null) return { difference: null, relative: null };
  const difference = withoutNoise(candidate.value - baseline.value);
  return { difference, relative: baseline.value === 0 ? null : difference / Math.abs(baseline.value) };
}

function verdictOf({ low, high }: Interval, good: GoodDirection): Verdict {
  if (low <= 0 && high >= 0) return 'no-clear-difference';
  const direction = low > 0 ? 'higher' : 'lower';
  if (good === null) return direction;
  return direction === good ? 'better' : 'worse';
}
