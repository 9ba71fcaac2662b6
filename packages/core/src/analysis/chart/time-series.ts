import type { EpochMs } from '../../model/units.ts';
import type { AggregateAnswer, AggregateQuery, TimeBucket } from '../../query/aggregate/aggregate-query.ts';
import { chartGroup } from './chart-groups.ts';
import type { ChartGroup } from './chart-groups.ts';
import { isCountMeasure } from './chart-unit.ts';
import { timeSpanBuckets } from './time-span-buckets.ts';
import type { TimeSpan } from './time-span-buckets.ts';

/** Numbers over time, group by group. */
export interface TimeSeries {
  /** When each time bucket begins, those without records among them. */
  readonly buckets: readonly EpochMs[];
  /** When the last bucket ends. */
  readonly end: EpochMs;
  /** In the order of the answer, the rest last. */
  readonly series: readonly GroupSeries[];
}

export interface GroupSeries extends ChartGroup {
  /** One for each bucket; `null` where there was nothing to compute it of. */
  readonly values: readonly (number | null)[];
}

const DAYS: TimeBucket = { unit: 'day' };
const EVERYTHING: TimeSpan = { from: null, to: null };

/**
 * Turns an answer with time buckets into series that a chart can draw. Where a group has no records, counts are 0 and
 * everything else is a gap: the latency of nothing is not 0.
 *
 * @param measure - place of the measure in the query. Default 0. Histograms have no series.
 * @param span - what was asked for, so that quiet times at its ends are seen too.
 */
export function timeSeries(
  query: AggregateQuery,
  answer: AggregateAnswer,
  span: TimeSpan = EVERYTHING,
  measure = 0,
): TimeSeries {
  const filled = answer.rows.flatMap(({ bucket }) => (bucket === null ? [] : [bucket]));
  const { buckets, end } = timeSpanBuckets(span, query.timeBucket ?? DAYS, filled);
  const places = new Map(buckets.map((bucket, place) => [bucket, place]));
  const asked = query.measures[measure];
  const nothing = asked !== undefined && isCountMeasure(asked) ? 0 : null;

  const series = new Map<string, ChartGroup & { values: (number | null)[] }>();
  for (const row of answer.rows) {
    const group = chartGroup(row);
    let own = series.get(group.key);
    if (!own) series.set(group.key, (own = { ...group, values: buckets.map(() => nothing) }));
    const place = row.bucket === null ? undefined : places.get(row.bucket);
    const value = row.values[measure];
    if (place !== undefined && typeof value === 'number') own.values[place] = value;
  }
  return { buckets, end, series: [...series.values()] };
}
