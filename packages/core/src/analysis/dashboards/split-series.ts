import { withoutNoise } from '../../merge/running-sum.ts';
import type { AggregateAnswer, AggregateQuery } from '../../query/aggregate/aggregate-query.ts';
import { timeSeries } from '../chart/time-series.ts';
import type { TimeSpan } from '../chart/time-span-buckets.ts';
import type { EpochMs } from '../../model/units.ts';

/** Amounts over time, by what they were for. */
export interface SplitSeries {
  readonly buckets: readonly EpochMs[];
  readonly end: EpochMs;
  readonly parts: readonly {
    /** A key of cost or usage; `null`: reported as a total alone. */
    readonly key: string | null;
    readonly values: readonly (number | null)[];
  }[];
}

/** Smaller than any amount that means something. */
const NOISE = 1e-9;

/**
 * Turns the answer to a metric with `splitBy` into layers that add up to the whole: a layer for each key, and one for
 * what only totals tell of.
 */
export function splitSeries(query: AggregateQuery, answer: AggregateAnswer, span?: TimeSpan): SplitSeries {
  const all = query.measures.map((measure, place) => {
    const { buckets, end, series } = timeSeries(query, answer, span, place);
    const key = 'field' in measure && place > 0 ? measure.field.slice(measure.field.indexOf('.') + 1) : null;
    return { key, buckets, end, values: series[0]?.values ?? buckets.map(() => null) };
  });
  const [whole, ...keyed] = all;
  if (!whole) return { buckets: [], end: 0, parts: [] };
  const { buckets, end } = whole;
  const rest = whole.values.map((value, place) => {
    if (value === null) return null;
    const left = withoutNoise(keyed.reduce((sum, { values }) => sum - (values[place] ?? 0), value));
    return left > NOISE ? left : null;
  });
  const parts = [...keyed.map(({ key, values }) => ({ key, values })), { key: null, values: rest }];
  return {
    buckets,
    end,
    parts: parts.filter(({ values }) => values.some((value) => value !== null && value !== 0)),
  };
}
