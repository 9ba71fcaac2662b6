import { narrowQuery } from '../../filters/narrow-query.ts';
import type { AggregateQuery, Measure, TimeUnit } from '../../query/aggregate/aggregate-query.ts';
import { MAX_MEASURES } from '../../query/aggregate/aggregate-query.ts';
import type { RecordQuery } from '../../query/page.ts';
import { DEFAULT_METRIC_LIMIT, isOverTime } from './metric.ts';
import type { Metric } from './metric.ts';

export interface MetricContext {
  /** What the page shows. */
  readonly records: RecordQuery;
  /** Where the metric names none. */
  readonly timeUnit: TimeUnit;
  /** IANA name. */
  readonly timeZone: string;
  /** The keys of cost or usage that there are, for `splitBy`. */
  readonly keys?: readonly string[] | undefined;
}

/** What a store is asked for a metric. */
export function metricQuery(
  metric: Metric,
  { records, timeUnit, timeZone, keys = [] }: MetricContext,
): AggregateQuery {
  const { view, dimensions, limit = DEFAULT_METRIC_LIMIT, order, splitBy, filter, traces } = metric;
  return {
    view,
    measures: splitBy === undefined ? metric.measures : splitMeasures(splitBy, keys),
    ...narrowQuery({ ...(filter && { filter }), ...(traces && { traces }) }, records),
    ...(dimensions && dimensions.length > 0 && { dimensions, limit }),
    ...(order && { order }),
    ...(isOverTime(metric) && { timeBucket: { unit: metric.timeUnit ?? timeUnit, timeZone } }),
  };
}

/** The keys that a metric is split by: all but the total, which the others add up to. */
export function splitKeys(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => key !== 'total').slice(0, MAX_MEASURES - 1);
}

/** The whole first, then each key. */
function splitMeasures(splitBy: 'cost' | 'usage', keys: readonly string[]): readonly Measure[] {
  const whole = splitBy === 'cost' ? 'totalCost' : 'totalTokens';
  return [whole, ...splitKeys(keys).map((key) => `${splitBy}.${key}`)].map((field) => ({
    aggregate: 'sum',
    field,
  }));
}

/** The question for the number of everything; `null` where dimensions are all there is to it. */
export function wholeQuery(query: AggregateQuery): AggregateQuery {
  const { view, measures, filter, traces } = query;
  return { view, measures, ...(filter && { filter }), ...(traces && { traces }) };
}

/** The question for the sums of the groups that share a first dimension. */
export function subtotalQuery(query: AggregateQuery): AggregateQuery {
  const { dimensions = [], limit, order } = query;
  return {
    ...wholeQuery(query),
    dimensions: dimensions.slice(0, 1),
    ...(limit !== undefined && { limit }),
    ...(order && { order }),
  };
}
