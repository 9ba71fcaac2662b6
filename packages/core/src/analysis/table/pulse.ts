import type { EpochMs, Milliseconds, Usd } from '../../model/units.ts';
import type { AggregateAnswer, AggregateQuery, TimeBucket } from '../../query/aggregate/aggregate-query.ts';
import { bucketStart, nextBucketStart } from '../../query/aggregate/time-buckets.ts';
import type { Filter } from '../../query/filter.ts';
import type { RecordQuery } from '../../query/page.ts';

/** What happened in a stretch of time. */
export interface PulseBucket {
  readonly start: EpochMs;
  /** When the next one begins. */
  readonly end: EpochMs;
  readonly count: number;
  /** Records whose level is ERROR. */
  readonly errors: number;
  /** `null` when nothing was priced. */
  readonly cost: Usd | null;
  /** Of those that ended; `null` when none did. */
  readonly p50: Milliseconds | null;
  readonly p95: Milliseconds | null;
}

/** More bars than this are none that anybody can tell apart. */
const MAX_BUCKETS = 500;

/** What a store is asked for the pulse of what a query finds: everything by time, and its errors by time. */
export function pulseQueries(
  view: 'traces' | 'observations',
  query: RecordQuery,
  timeBucket?: TimeBucket,
): { readonly all: AggregateQuery; readonly errors: AggregateQuery } {
  const isError: Filter = { field: 'level', op: '=', value: 'ERROR' };
  const common = { ...query, view, ...(timeBucket ? { timeBucket } : {}) };
  return {
    all: {
      ...common,
      measures: [
        { aggregate: 'count' },
        { aggregate: 'sum', field: 'totalCost' },
        { aggregate: 'p50', field: 'latency' },
        { aggregate: 'p95', field: 'latency' },
      ],
    },
    errors: {
      ...common,
      filter: query.filter ? { and: [query.filter, isError] } : isError,
      measures: [{ aggregate: 'count' }],
    },
  };
}

/**
 * The answers as bars without gaps: times without records are bars of nothing.
 *
 * @param range - the first and the last moment to show. Default: from the first to the last record.
 */
export function pulseBuckets(
  all: AggregateAnswer,
  errors: AggregateAnswer,
  timeBucket: TimeBucket,
  range?: { readonly from: EpochMs; readonly to: EpochMs },
): PulseBucket[] {
  const errorsAt = new Map(errors.rows.map(({ bucket, values }) => [bucket, values[0]]));
  const rowAt = new Map(all.rows.map(({ bucket, values }) => [bucket, values]));
  const known = all.rows.flatMap(({ bucket }) => (bucket === null ? [] : [bucket]));
  const first = Math.min(...known, ...(range ? [bucketStart(range.from, timeBucket) ?? range.from] : []));
  const last = Math.max(...known, ...(range ? [range.to - 1] : []));
  const buckets: PulseBucket[] = [];
  for (let start: EpochMs | null = first; start !== null && start <= last;) {
    const end = nextBucketStart(start, timeBucket);
    if (end === null || buckets.length === MAX_BUCKETS) break;
    const [count, cost, p50, p95] = rowAt.get(start) ?? [];
    buckets.push({
      start,
      end,
      count: numberOr(count, 0),
      errors: numberOr(errorsAt.get(start), 0),
      cost: numberOr(cost, null),
      p50: numberOr(p50, null),
      p95: numberOr(p95, null),
    });
    start = end;
  }
  return buckets;
}

function numberOr<Other>(value: unknown, other: Other): number | Other {
  return typeof value === 'number' ? value : other;
}
