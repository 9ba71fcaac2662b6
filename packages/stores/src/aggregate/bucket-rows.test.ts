import { bucketStart } from '@oriel/core';
import type { TimeBucket } from '@oriel/core';
import { seededRandom } from '@oriel/core/testing';
import { expect, it } from 'vitest';
import { bucketRows } from './bucket-rows.ts';

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
    const { places, starts } = bucketRows(moments, bucket);
    const found = Array.from(places, (place) => starts[place]);
    expect(found).toEqual(Array.from(moments, (moment) => bucketStart(moment, bucket)));
  }
});

it('puts moments that no date can express into no bucket', () => {
  const { places, starts } = bucketRows(Float64Array.of(1e300, 0), { unit: 'day' });
  expect(Array.from(places, (place) => starts[place])).toEqual([null, 0]);
});
