import type { EpochMs } from '../../model/units.ts';
import type { RecordQuery } from '../page.ts';
import type { View } from '../view-record.ts';

/** A question about many records at once: what a dashboard's tile shows. Plain JSON. */
export interface AggregateQuery extends RecordQuery {
  readonly view: View;
  /** What to compute for each row, 1 to {@link MAX_MEASURES}. */
  readonly measures: readonly Measure[];
  /**
   * Fields of the view, of any type but `payload`, at most {@link MAX_DIMENSIONS}: there is a group for each
   * combination of their values. A record with a list (tags) is in the group of each of its values, one without a
   * value in the group of `null`. Default: none, everything is one group.
   */
  readonly dimensions?: readonly string[] | undefined;
  /** Splits every group by time, into at most {@link MAX_ROWS} rows of all groups. Default: one row for each group. */
  readonly timeBucket?: TimeBucket | undefined;
  /**
   * Most groups, 1 to {@link MAX_GROUPS}; a group with all its time buckets counts as one. Groups beyond these are
   * answered together, as the rest. Default {@link DEFAULT_GROUPS}.
   */
  readonly limit?: number | undefined;
  /** Which groups come first. Default: the largest by the first measure that can be compared. */
  readonly order?: GroupOrder | undefined;
}

/**
 * - `count`: records.
 * - `count-distinct`: different values of a field; of lists, different members.
 * - `sum`, `avg`, `min`, `max` and percentiles of a field's numbers. `min` and `max` take times too.
 * - `histogram`: how many of a field's numbers are in each of `bins` (1 to {@link MAX_BINS}) equally wide ranges.
 *
 * Records without a value do not count, nor do values that are no numbers (of metadata and scores) where numbers are
 * asked for; without any value, all but the counts are `null`. Results are in the field's own unit, free of the noise
 * of binary fractions ({@link sumNumbers}). Percentiles are exact: linear between the closest ranks, p50 of 1 and 2 is
 * 1.5 (as ClickHouse's `quantileExactInclusive`).
 */
export type Measure =
  | { readonly aggregate: 'count' }
  | { readonly aggregate: FieldAggregate; readonly field: string }
  | { readonly aggregate: 'histogram'; readonly field: string; readonly bins: number };

export type FieldAggregate = 'count-distinct' | 'sum' | 'avg' | 'min' | 'max' | Percentile;

export type Percentile = 'p50' | 'p75' | 'p90' | 'p95' | 'p99';

/**
 * Ranges of time, by when a record began: `startTime`, of users `firstSeen`, of scores `timestamp`. Weeks begin on
 * Monday. Days, weeks and months begin at midnight of the time zone, however long they are.
 */
export interface TimeBucket {
  readonly unit: TimeUnit;
  /** IANA name, such as `Europe/Berlin`. Default `UTC`. */
  readonly timeZone?: string | undefined;
}

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month';

/**
 * By a measure (its place in `measures`; not a histogram) over all of a group's time, `null` last in either direction;
 * or by the group's own values, `null` last. Ties are broken by the group's values, upwards.
 */
export type GroupOrder =
  | { readonly by: 'measure'; readonly measure: number; readonly direction: 'asc' | 'desc' }
  | { readonly by: 'group'; readonly direction: 'asc' | 'desc' };

export interface AggregateAnswer {
  /**
   * Group by group in the order asked for, the rest last, and each group's time buckets from the earliest on. Rows
   * without records are left out; without dimensions and time buckets there is exactly one row.
   */
  readonly rows: readonly AggregateRow[];
  /** All groups there are, those in the rest among them. */
  readonly groupCount: number;
}

export interface AggregateRow {
  /** The values of the dimensions, in their order; empty without dimensions, and for the rest. */
  readonly group: readonly GroupValue[];
  /** It sums up the groups beyond `limit`. A record that is in several of them counts once for each. */
  readonly isRest: boolean;
  /** When its time bucket begins; `null` without time buckets. */
  readonly bucket: EpochMs | null;
  /** One for each measure, in their order. */
  readonly values: readonly MeasureValue[];
}

/** `null`: the record has no value. */
export type GroupValue = string | number | boolean | null;

/** In the unit of the measure's field; `null` when there was nothing to compute it of. */
export type MeasureValue = number | Histogram | null;

/**
 * How many values are in each range. All rows of an answer share their ranges, from the smallest to the largest value
 * of all, so they can be compared; each value is in the bin that {@link histogramBin} says.
 */
export interface Histogram {
  readonly min: number;
  readonly max: number;
  readonly counts: readonly number[];
}

export const MAX_MEASURES = 20;
export const MAX_DIMENSIONS = 4;
export const MAX_BINS = 100;
export const MAX_GROUPS = 1000;
/** Most rows of an answer: what a browser takes in at once, and far more than a chart can show. */
export const MAX_ROWS = 100_000;
export const DEFAULT_GROUPS = 100;
