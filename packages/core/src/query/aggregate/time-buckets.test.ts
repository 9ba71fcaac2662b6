import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeBucket, TimeUnit } from './aggregate-query.ts';
import { bucketStart, nextBucketStart } from './time-buckets.ts';

const UNITS: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month'];
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

describe('a time bucket', () => {
  it.each<[string, TimeBucket, string]>([
    ['2025-10-26T01:30:30Z', { unit: 'minute' }, '2025-10-26T01:30:00.000Z'],
    ['2025-10-26T01:30:30Z', { unit: 'hour' }, '2025-10-26T01:00:00.000Z'],
    ['2025-10-26T01:30:30Z', { unit: 'hour', timeZone: 'Asia/Kathmandu' }, '2025-10-26T01:15:00.000Z'],
    ['2025-10-26T00:30:00Z', { unit: 'hour', timeZone: 'Europe/Berlin' }, '2025-10-26T00:00:00.000Z'],
    ['2025-10-26T01:30:00Z', { unit: 'hour', timeZone: 'Europe/Berlin' }, '2025-10-26T01:00:00.000Z'],
    ['2025-10-26T22:59:00Z', { unit: 'day', timeZone: 'Europe/Berlin' }, '2025-10-25T22:00:00.000Z'],
    ['2025-10-26T12:00:00Z', { unit: 'week' }, '2025-10-20T00:00:00.000Z'],
    ['2025-10-27T12:00:00Z', { unit: 'week' }, '2025-10-27T00:00:00.000Z'],
    ['2024-02-29T12:00:00Z', { unit: 'month' }, '2024-02-01T00:00:00.000Z'],
    ['2025-03-01T02:00:00Z', { unit: 'month', timeZone: 'America/New_York' }, '2025-02-01T05:00:00.000Z'],
    // The clock goes from 23:59:59 to 1:00, so this day begins at one o'clock.
    ['2018-11-04T12:00:00Z', { unit: 'day', timeZone: 'America/Sao_Paulo' }, '2018-11-04T03:00:00.000Z'],
    ['1969-12-31T23:59:59Z', { unit: 'day' }, '1969-12-31T00:00:00.000Z'],
  ])('of %s by %j begins at %s', (moment, bucket, start) => {
    expect(new Date(bucketStart(Date.parse(moment), bucket) ?? Number.NaN).toISOString()).toBe(start);
  });

  it('holds the moments from its start to the next, all in one bucket', () => {
    const moments = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2035, 0) });
    const isShort = (unit: TimeUnit) => unit === 'minute' || unit === 'hour';
    fc.assert(
      fc.property(moments, fc.constantFrom(...UNITS), fc.constantFrom(...ZONES), (moment, unit, timeZone) => {
        // Hours of a clock that moves by half an hour overlap: that bucket is of the clock's own hour.
        fc.pre(!(isShort(unit) && timeZone === 'Australia/Lord_Howe'));
        const bucket = { unit, timeZone };
        const start = bucketStart(moment, bucket) ?? Number.NaN;
        const next = nextBucketStart(start, bucket) ?? Number.NaN;
        expect(start).toBeLessThanOrEqual(moment);
        expect(next).toBeGreaterThan(moment);
        expect(bucketStart(start, bucket)).toBe(start);
        expect(bucketStart(next - 1, bucket)).toBe(start);
        expect(bucketStart(next, bucket)).toBe(next);
      }),
      { numRuns: 400 },
    );
  });

  it('has no start where no date can tell it', () => {
    for (const moment of [8.64e15, -1e300, Infinity, Number.NaN]) {
      expect(bucketStart(moment, { unit: 'day', timeZone: 'Europe/Berlin' })).toBeNull();
    }
  });
});
