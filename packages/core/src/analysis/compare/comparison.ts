import type { ScoreDataType } from '../../model/score.ts';
import type { Interval } from './interval.ts';

/** What of two sides is compared. */
export type ComparedMeasure =
  /** Traces there are. A release that ran longer has more, so nothing is concluded from it. */
  | { readonly kind: 'traces' }
  /** Share of the traces whose worst level is ERROR. */
  | { readonly kind: 'error-rate' }
  | { readonly kind: 'latency'; readonly percentile: 'p50' | 'p95' }
  /** US dollars of an average trace, of those that have a cost. */
  | { readonly kind: 'cost' }
  /** Tokens of an average trace, of those that have any. */
  | { readonly kind: 'tokens' }
  /** Mean of a numeric score, share of yes of a BOOLEAN one. */
  | { readonly kind: 'score'; readonly name: string; readonly dataType: 'NUMERIC' | 'BOOLEAN' }
  /** Share of one value among the scores of that name. */
  | {
      readonly kind: 'score-value';
      readonly name: string;
      readonly dataType: Exclude<ScoreDataType, 'NUMERIC' | 'BOOLEAN'>;
      readonly value: string;
    };

/**
 * In plain words:
 *
 * - `better`, `worse`: the range of the difference leaves out 0.
 * - `higher`, `lower`: as these, of a measure that is neither good nor bad by itself.
 * - `no-clear-difference`: the range holds 0. There may be a difference that is too small for so many records.
 * - `too-few`: a side has fewer records than {@link MIN_SAMPLE}, or than the method takes.
 * - `not-compared`: nothing can be concluded from it.
 */
export type Verdict =
  'better' | 'worse' | 'higher' | 'lower' | 'no-clear-difference' | 'too-few' | 'not-compared';

/**
 * How a range was computed:
 *
 * - `newcombe`: shares, by Newcombe's method 10 of Wilson's intervals ({@link differenceInterval}).
 * - `welch`: means, by Welch's t ({@link welchInterval}).
 * - `order-statistics`: percentiles, by the ranks around each ({@link percentileRanks}), joined by square-and-add.
 */
export type ComparisonMethod = 'newcombe' | 'welch' | 'order-statistics';

export interface ComparedSide {
  /** In the measure's unit: a share, milliseconds, US dollars, tokens, the score's own; `null` without records. */
  readonly value: number | null;
  /** Records it comes of: traces, or scores. */
  readonly count: number;
  /** `null` where there are too few records, and for counts. */
  readonly interval: Interval | null;
}

export interface MeasureComparison {
  readonly measure: ComparedMeasure;
  readonly baseline: ComparedSide;
  readonly candidate: ComparedSide;
  /** Candidate minus baseline; `null` where a side has no value. */
  readonly difference: number | null;
  /** Of the baseline: 0.1 is ten percent more. `null` where there is none, or it is 0. */
  readonly relative: number | null;
  /** The range of the difference; `null` where there is none. */
  readonly interval: Interval | null;
  readonly method: ComparisonMethod | null;
  readonly verdict: Verdict;
}

/** Two sides, measure by measure. */
export interface SideComparison {
  readonly measures: readonly MeasureComparison[];
  /** Of all measures that are good or bad by themselves. `mixed`: some better, some worse. */
  readonly verdict: 'better' | 'worse' | 'mixed' | 'no-clear-difference' | 'too-few';
  readonly confidence: number;
}

/** Fewer records of a side than these, and nothing is concluded. */
export const MIN_SAMPLE = 30;
