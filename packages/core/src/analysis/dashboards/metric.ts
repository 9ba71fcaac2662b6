import type { Filter } from '../../query/filter.ts';
import type { GroupOrder, Measure, TimeUnit } from '../../query/aggregate/aggregate-query.ts';
import type { View } from '../../query/view-record.ts';

/** How the answer to a question is drawn. */
export const METRIC_KINDS = [
  'line',
  'area',
  'bars',
  'horizontal-bars',
  'vertical-bars',
  'heat-map',
  'histogram',
  'number',
  'table',
  'pie',
] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** One question about many records, and how its answer is drawn. Plain JSON: what dashboards are made of. */
export interface Metric {
  readonly kind: MetricKind;
  readonly view: View;
  /** Charts draw the first, tables all; see {@link splitBy} for the exception. */
  readonly measures: readonly Measure[];
  readonly dimensions?: readonly string[] | undefined;
  /** Its own condition, on top of those of the page. */
  readonly filter?: Filter | undefined;
  /** Its own condition on traces. */
  readonly traces?: Filter | undefined;
  /** Most groups. Default {@link DEFAULT_METRIC_LIMIT}. */
  readonly limit?: number | undefined;
  readonly order?: GroupOrder | undefined;
  /** Of charts over time. Default: what splits the page's time into about 50. */
  readonly timeUnit?: TimeUnit | undefined;
  /**
   * Splits the amounts by what they were for: by the keys of cost or usage that there are, in place of `measures`,
   * with what no key tells as a part of its own. For charts over time.
   */
  readonly splitBy?: 'cost' | 'usage' | undefined;
  /** Of tables: ends with a row for all of it. Not where groups are of different kinds: an average over stars and yes or no says nothing. Default true. */
  readonly hasTotal?: boolean | undefined;
  /** Whether more is good, where a number is compared with the time before. Default: neither is. */
  readonly better?: 'more' | 'less' | undefined;
}

export const DEFAULT_METRIC_LIMIT = 10;

/** Whether a metric is drawn over time. */
export function isOverTime({ kind, measures, dimensions = [] }: Metric): boolean {
  if (kind === 'heat-map') return dimensions.length < 2 || measures[0]?.aggregate === 'histogram';
  return kind === 'line' || kind === 'area' || kind === 'bars';
}

/** Whether the parts of a metric add up to its whole: counts and sums do, averages and percentiles do not. */
export function addsUp({ measures: [measure], splitBy }: Metric): boolean {
  return splitBy !== undefined || measure?.aggregate === 'count' || measure?.aggregate === 'sum';
}
