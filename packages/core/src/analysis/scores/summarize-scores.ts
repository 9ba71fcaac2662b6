import { sumNumbers, withoutNoise } from '../../merge/running-sum.ts';
import type { Score } from '../../model/score.ts';
import type { EpochMs } from '../../model/units.ts';
import type { TimeBucket } from '../../query/aggregate/aggregate-query.ts';
import { histogramBin } from '../../query/aggregate/histogram-bin.ts';
import { bucketStart } from '../../query/aggregate/time-buckets.ts';
import type { HistogramBar } from '../chart/histogram-bars.ts';
import { timeSpanBuckets } from '../chart/time-span-buckets.ts';
import type { TimeSpan } from '../chart/time-span-buckets.ts';
import type { AnalysedType } from './score-keys.ts';

/** How many scores have a category; `true` and `false` are the categories of BOOLEAN scores. */
export interface CategoryCount {
  /** `null`: all that are not shown by themselves. */
  readonly category: string | null;
  readonly count: number;
}

/** What scores of one kind come to. */
export interface ScoreSummary {
  readonly count: number;
  /** Of NUMERIC scores; of BOOLEAN scores the share of `true`. `null` without scores and of categories. */
  readonly mean: number | null;
  /** Of these very scores (divided by their number); `null` as the mean. */
  readonly standardDeviation: number | null;
  /** The value that is there most often; of several the smallest, or the first by alphabet. `null` without scores. */
  readonly mode: { readonly value: number | string; readonly count: number } | null;
  readonly distribution:
    | { readonly kind: 'ranges'; readonly bars: readonly HistogramBar[] }
    /** The most frequent first; ties by alphabet. */
    | { readonly kind: 'categories'; readonly counts: readonly CategoryCount[] };
  readonly overTime: ScoresOverTime;
}

export interface ScoresOverTime {
  /** When each time bucket begins, those without scores among them. */
  readonly buckets: readonly EpochMs[];
  /** When the last bucket ends. */
  readonly end: EpochMs;
  /** Of numbers and booleans their mean, `null` where there are none; of categories a series each, how many there are. */
  readonly series: readonly {
    readonly category: string | null;
    readonly values: readonly (number | null)[];
  }[];
}

export interface SummarizeOptions {
  /** Default: days in UTC. */
  readonly timeBucket?: TimeBucket | undefined;
  /** What was asked for, so that quiet times at its ends are seen too. Default: as far as the scores go. */
  readonly span?: TimeSpan | undefined;
  /** Ranges of a distribution. Default 10. */
  readonly ranges?: number | undefined;
  /** Most categories that are shown by themselves. Default 7. */
  readonly categories?: number | undefined;
}

const DAYS: TimeBucket = { unit: 'day' };
const EVERYTHING: TimeSpan = { from: null, to: null };

/** Sums up scores that are all of one data type. */
export function summarizeScores(
  scores: readonly Score[],
  dataType: AnalysedType,
  { timeBucket = DAYS, span = EVERYTHING, ranges = 10, categories = 7 }: SummarizeOptions = {},
): ScoreSummary {
  const isCategory = dataType === 'CATEGORICAL';
  const numbers = isCategory ? [] : scores.map(({ value }) => Number(value));
  const mean = meanOf(numbers);
  const counts = countCategories(scores, categories);
  return {
    count: scores.length,
    mean,
    standardDeviation: mean === null ? null : deviation(numbers, mean),
    mode: modeOf(scores),
    distribution:
      dataType === 'NUMERIC'
        ? { kind: 'ranges', bars: countRanges(numbers, ranges) }
        : { kind: 'categories', counts },
    overTime: overTime(scores, timeBucket, span, isCategory ? counts : null),
  };
}

/** What a score says, where it is one of several words. */
export function categoryOf({ dataType, value }: Score): string {
  return dataType === 'BOOLEAN' ? String(value === 1) : String(value);
}

/** How many numbers lie in each of equally wide ranges from the smallest to the largest. */
export function countRanges(values: readonly number[], ranges: number): readonly HistogramBar[] {
  if (values.length === 0) return [];
  const { min, max } = extentOf(values);
  if (min === max) return [{ from: min, to: max, count: values.length }];
  const counts = Array.from({ length: ranges }, () => 0);
  for (const value of values) {
    const bin = histogramBin(value, min, max, ranges);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const edge = (bin: number) => (bin === ranges ? max : withoutNoise(min + (bin * (max - min)) / ranges));
  return counts.map((count, bin) => ({ from: edge(bin), to: edge(bin + 1), count }));
}

/** `Math.min` of a hundred thousand arguments is more than a stack holds. */
export function extentOf(values: readonly number[]): { readonly min: number; readonly max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : withoutNoise(sumNumbers(values) / values.length);
}

function deviation(values: readonly number[], mean: number): number {
  return withoutNoise(Math.sqrt(sumNumbers(values.map((value) => (value - mean) ** 2)) / values.length));
}

function modeOf(scores: readonly Score[]): ScoreSummary['mode'] {
  const counts = new Map<number | string, number>();
  for (const { value } of scores) counts.set(value, (counts.get(value) ?? 0) + 1);
  let mode: ScoreSummary['mode'] = null;
  for (const [value, count] of counts) {
    if (!mode || count > mode.count || (count === mode.count && value < mode.value)) mode = { value, count };
  }
  return mode;
}

function countCategories(scores: readonly Score[], most: number): readonly CategoryCount[] {
  const counts = new Map<string, number>();
  for (const score of scores) counts.set(categoryOf(score), (counts.get(categoryOf(score)) ?? 0) + 1);
  const sorted = [...counts]
    .map(([category, count]) => ({ category, count }))
    .toSorted((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
  const rest = sorted.slice(most).reduce((sum, { count }) => sum + count, 0);
  return rest === 0 ? sorted : [...sorted.slice(0, most), { category: null, count: rest }];
}

function overTime(
  scores: readonly Score[],
  timeBucket: TimeBucket,
  span: TimeSpan,
  categories: readonly CategoryCount[] | null,
): ScoresOverTime {
  const byBucket = new Map<EpochMs, Score[]>();
  for (const score of scores) {
    const bucket = bucketStart(score.timestamp, timeBucket);
    // A moment that no calendar has.
    if (bucket === null) continue;
    const own = byBucket.get(bucket);
    if (own) own.push(score);
    else byBucket.set(bucket, [score]);
  }
  const { buckets, end } = timeSpanBuckets(span, timeBucket, [...byBucket.keys()]);
  const within = buckets.map((bucket) => byBucket.get(bucket) ?? []);
  if (!categories) {
    const means = within.map((own) => meanOf(own.map(({ value }) => Number(value))));
    return { buckets, end, series: [{ category: null, values: means }] };
  }
  const shown = new Set(categories.map(({ category }) => category));
  return {
    buckets,
    end,
    series: categories.map(({ category }) => ({
      category,
      values: within.map(
        (own) =>
          own.filter((score) =>
            category === null ? !shown.has(categoryOf(score)) : categoryOf(score) === category,
          ).length,
      ),
    })),
  };
}
