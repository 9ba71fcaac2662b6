import { bucketStart } from '@oriel/core';
import type { EpochMs, TimeBucket } from '@oriel/core';
import { seededRandom } from '@oriel/core/testing';
import { expect, it } from 'vitest';
import { BucketFinder } from './bucket-finder.ts';

const YEAR = 365 * 86_400_000;
const BUCKETS: readonly TimeBucket[] = (['minute', 'hour', 'day', 'week', 'month'] as const).flatMap((unit) =>
  // Liberia was 44 minutes and 30 seconds behind until 1972: its hours began inside of quarters.
  ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Africa/Monrovia'].map((timeZone) => ({ unit, timeZone })),
);

it.each(BUCKETS)('puts moments into the buckets of core: $unit in $timeZone', (bucket) => {
  const random = seededRandom(11);
  for (const [from, range] of [
    [Date.UTC(2025, 9, 25), 4 * 86_400_000],
    [Date.UTC(1971, 0, 1), 2 * YEAR],
    [-3000 * YEAR, 6000 * YEAR],
  ] as const) {
    const moments = Float64Array.from({ length: 200 }, () => from + random() * range);
    expect(startsOf(moments, bucket)).toEqual(Array.from(moments, (moment) => bucketStart(moment, bucket)));
  }
});

it('puts moments that no date can express into no bucket', () => {
  expect(startsOf(Float64Array.of(1e300, 0, NaN, 1), { unit: 'day' })).toEqual([null, 0, null, 0]);
});

/** Asks for a moment only where the last answer does not hold, as whoever reads many does. */
function startsOf(moments: Float64Array, bucket: TimeBucket): (EpochMs | null | undefined)[] {
  const finder = new BucketFinder(bucket);
  return Array.from(moments, (moment) => {
    if (!(moment >= finder.from && moment < finder.until)) finder.find(moment);
    return finder.starts[finder.place];
  });
}
