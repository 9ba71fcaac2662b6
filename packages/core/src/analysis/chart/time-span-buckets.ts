import type { EpochMs } from '../../model/units.ts';
import type { TimeBucket } from '../../query/aggregate/aggregate-query.ts';
import { bucketStart, nextBucketStart } from '../../query/aggregate/time-buckets.ts';

/** From one moment (included) to another (not included); `null` is as far as the records go. */
export interface TimeSpan {
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
}

/** More than any chart has pixels for. */
export const MAX_CHART_BUCKETS = 2000;

/**
 * Every time bucket of a span, those without records among them, as their beginnings and the end of the last one.
 *
 *     span              ├───────────────────┤
 *     records         x x    x         x
 *     buckets     ├────┼────┼────┼────┼────┤
 *
 * A span of more than {@link MAX_CHART_BUCKETS} has those with records, and one after each run of them, so that a line
 * still breaks where nothing happened.
 *
 * @param filled - beginnings of the buckets that have records, in any order.
 */
export function timeSpanBuckets(
  span: TimeSpan,
  bucket: TimeBucket,
  filled: readonly EpochMs[],
): { readonly buckets: readonly EpochMs[]; readonly end: EpochMs } {
  const known = [...new Set(filled)].toSorted((a, b) => a - b);
  const first = span.from === null ? undefined : bucketStart(span.from, bucket);
  const start = Math.min(first ?? Infinity, known[0] ?? Infinity);
  const lastKnown = known.at(-1);
  const end = Math.max(span.to ?? -Infinity, lastKnown === undefined ? -Infinity : lastKnown + 1);
  if (!Number.isFinite(start) || !(end > start)) return { buckets: [], end: Number.isFinite(end) ? end : 0 };
  const every = everyBucket(start, end, bucket) ?? runs(known, bucket);
  // Where a clock moves by half an hour, buckets overlap: none that has records may be passed over.
  const buckets = [...new Set([...every, ...known])].toSorted((a, b) => a - b);
  const last = buckets.at(-1) ?? start;
  return { buckets, end: nextBucketStart(last, bucket) ?? end };
}

/** `null` when there are too many. */
function everyBucket(start: EpochMs, end: EpochMs, bucket: TimeBucket): EpochMs[] | null {
  const buckets: EpochMs[] = [];
  for (let at: EpochMs | null = start; at !== null && at < end; at = nextBucketStart(at, bucket)) {
    if (buckets.length === MAX_CHART_BUCKETS) return null;
    buckets.push(at);
  }
  return buckets;
}

function runs(known: readonly EpochMs[], bucket: TimeBucket): EpochMs[] {
  return known.flatMap((start, index) => {
    const next = nextBucketStart(start, bucket);
    const following = known[index + 1];
    return next !== null && following !== undefined && next < following ? [start, next] : [start];
  });
}
