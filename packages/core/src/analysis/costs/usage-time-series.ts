import { sumNumbers } from '../../merge/running-sum.ts';
import type { AggregateAnswer, AggregateQuery } from '../../query/aggregate/aggregate-query.ts';
import { timeSeries } from '../chart/time-series.ts';
import type { GroupSeries, TimeSeries } from '../chart/time-series.ts';
import type { TimeSpan } from '../chart/time-span-buckets.ts';
import { KEYS_OF_A_QUERY } from './usage-types.ts';

/** What each kind of usage came to over time. */
export interface UsageTimeSeries {
  readonly cost: TimeSeries;
  readonly tokens: TimeSeries;
}

/**
 * Reads the answers to `usageTypeQueries` with time buckets, as a chart draws them. What nobody split up is not among them.
 *
 * @param span - what was asked for, so that quiet times at its ends are seen too.
 * @param most - kinds to keep apart, those with the largest sums; the others become the rest. Default 8.
 */
export function usageTimeSeries(
  keys: readonly string[],
  queries: readonly AggregateQuery[],
  answers: readonly AggregateAnswer[],
  span: TimeSpan,
  most = 8,
): UsageTimeSeries | null {
  const read = (offset: number): TimeSeries | null => {
    let times: Pick<TimeSeries, 'buckets' | 'end'> | null = null;
    const series = keys.flatMap((key, index): GroupSeries[] => {
      const part = Math.floor(index / KEYS_OF_A_QUERY);
      const [query, answer] = [queries[part], answers[part]];
      if (!query || !answer) return [];
      const {
        buckets,
        end,
        series: all,
      } = timeSeries(query, answer, span, (index % KEYS_OF_A_QUERY) * 2 + offset);
      times ??= { buckets, end };
      const values = all[0]?.values;
      return values?.some((value) => value !== null && value !== 0)
        ? [{ key, group: [key], isRest: false, values }]
        : [];
    });
    return times && { ...(times as Pick<TimeSeries, 'buckets' | 'end'>), series: keepLargest(series, most) };
  };
  const [tokens, cost] = [read(0), read(1)];
  return tokens && cost && { tokens, cost };
}

function keepLargest(series: readonly GroupSeries[], most: number): readonly GroupSeries[] {
  const bySum = series
    .map((one) => ({ one, sum: sumNumbers(one.values.map((value) => value ?? 0)) }))
    .toSorted((a, b) => b.sum - a.sum)
    .map(({ one }) => one);
  if (bySum.length <= most) return bySum;
  const [kept, others] = [bySum.slice(0, most - 1), bySum.slice(most - 1)];
  const values = (others[0]?.values ?? []).map((_, place) => {
    const there = others.flatMap((other) => other.values[place] ?? []);
    return there.length === 0 ? null : sumNumbers(there);
  });
  return [...kept, { key: '', group: [], isRest: true, values }];
}
