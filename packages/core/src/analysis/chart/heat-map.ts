import type { EpochMs } from '../../model/units.ts';
import type { AggregateAnswer, AggregateQuery, GroupValue } from '../../query/aggregate/aggregate-query.ts';
import { chartGroup } from './chart-groups.ts';
import type { ChartGroup } from './chart-groups.ts';
import { histogramBars } from './histogram-bars.ts';
import { timeSeries } from './time-series.ts';
import type { TimeSpan } from './time-span-buckets.ts';

/** What a column or a row of a heat map stands for. */
export type HeatMapPlace =
  | { readonly kind: 'time'; readonly key: string; readonly from: EpochMs; readonly to: EpochMs }
  | { readonly kind: 'range'; readonly key: string; readonly from: number; readonly to: number }
  | ({ readonly kind: 'group' } & ChartGroup);

/** A number for each pair of a column and a row. */
export interface HeatMap {
  readonly columns: readonly HeatMapPlace[];
  /** From the top down; ranges of values from the highest. */
  readonly rows: readonly HeatMapPlace[];
  /** Row by row; `null` where there is nothing. */
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * Turns an answer into a heat map:
 *
 *     asked for                        columns    rows           numbers
 *     a histogram and time buckets     time       ranges         how many values
 *     time buckets                     time       groups         the first measure
 *     two dimensions                   the second the first      the first measure
 */
export function heatMap(query: AggregateQuery, answer: AggregateAnswer, span?: TimeSpan): HeatMap {
  if (!query.timeBucket) return ofGroups(answer);
  const { buckets, end, series } = timeSeries(query, answer, span);
  const columns = buckets.map((from, index): HeatMapPlace => {
    return { kind: 'time', key: String(from), from, to: buckets[index + 1] ?? end };
  });
  if (query.measures[0]?.aggregate !== 'histogram') {
    const rows = series.map(({ key, group, isRest }): HeatMapPlace => ({
      kind: 'group',
      key,
      group,
      isRest,
    }));
    return { columns, rows, values: series.map(({ values }) => values.map(orNothing)) };
  }
  const bars = histogramBars(answer);
  const byTime = new Map<EpochMs | null, number[]>();
  for (const { bucket, values } of answer.rows) {
    const [value] = values;
    if (typeof value !== 'object' || value === null) continue;
    const before = byTime.get(bucket);
    byTime.set(
      bucket,
      value.counts.map((count, bin) => count + (before?.[bin] ?? 0)),
    );
  }
  const places = bars.map((_, bin) => bars.length - 1 - bin);
  return {
    columns,
    rows: places.map((bin): HeatMapPlace => {
      const { from, to } = bars[bin] ?? { from: 0, to: 0 };
      return { kind: 'range', key: String(bin), from, to };
    }),
    values: places.map((bin) => buckets.map((bucket) => orNothing(byTime.get(bucket)?.[bin] ?? null))),
  };
}

/** Nothing counted is nothing to colour. */
function orNothing(value: number | null): number | null {
  return value === 0 ? null : value;
}

function ofGroups({ rows: found }: AggregateAnswer): HeatMap {
  const columns = new Map<string, HeatMapPlace>();
  const rows = new Map<string, HeatMapPlace>();
  const values = new Map<string, number>();
  for (const row of found) {
    // The rest has no place in a grid of groups; the notice of how many are shown speaks of it.
    if (row.isRest) continue;
    const [first = null, second = null] = row.group;
    const [value] = row.values;
    const at = placeOf(first);
    const across = placeOf(second);
    rows.set(at.key, at);
    columns.set(across.key, across);
    if (typeof value === 'number') values.set(`${at.key} ${across.key}`, value);
  }
  return {
    columns: [...columns.values()],
    rows: [...rows.values()],
    values: [...rows.keys()].map((row) =>
      [...columns.keys()].map((column) => values.get(`${row} ${column}`) ?? null),
    ),
  };
}

function placeOf(value: GroupValue): HeatMapPlace {
  return { kind: 'group', ...chartGroup({ group: [value], isRest: false, bucket: null, values: [] }) };
}
