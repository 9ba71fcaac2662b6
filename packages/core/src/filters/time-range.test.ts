import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketStart, nextBucketStart } from '../query/aggregate/time-buckets.ts';
import { timeBounds, timeTick, TIME_PRESETS } from './time-range.ts';
import type { TimePreset } from './time-range.ts';
import { timeUnitFor } from './time-unit-for.ts';
import { zonedMoment, zonedTime } from './zoned-time.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;

describe('a time range', () => {
  it('goes back from now and stays open for what comes', () => {
    expect(timeBounds({ preset: '3h' }, NOW)).toEqual({ from: NOW - 180 * MINUTE, to: null });
    expect(timeBounds({ preset: 'all' }, NOW)).toEqual({ from: null, to: null });
    expect(timeBounds({ from: 1, to: 2 }, NOW)).toEqual({ from: 1, to: 2 });
  });

  it('moves on in steps too small to matter, and not at all where it stands still', () => {
    expect(timeTick({ preset: '5m' })).toBe(5000);
    expect(timeTick({ preset: '1h' })).toBe(MINUTE);
    expect(timeTick({ preset: '1y' })).toBe(10 * MINUTE);
    expect(timeTick({ preset: 'all' })).toBeNull();
    expect(timeTick({ from: 1, to: 2 })).toBeNull();
  });

  it.each([
    ['5m', 'minute'],
    ['1h', 'minute'],
    ['3h', 'minute'],
    ['1d', 'hour'],
    ['7d', 'day'],
    ['14d', 'day'],
    ['30d', 'day'],
    ['90d', 'day'],
    ['1y', 'week'],
    ['all', 'day'],
  ] as const)('of %s is drawn by the %s', (preset, unit) => {
    expect(timeUnitFor(timeBounds({ preset }, NOW), NOW)).toBe(unit);
  });

  it('of many years is drawn by the month', () => {
    expect(timeUnitFor({ from: 0, to: NOW })).toBe('month');
  });

  it('has presets from short to long', () => {
    const lengths = (Object.keys(TIME_PRESETS) as TimePreset[]).map(
      (preset) => TIME_PRESETS[preset] ?? Infinity,
    );
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });
});

describe('a time that somebody types', () => {
  it.each([
    ['2026-06-01T08:30', 'Europe/Berlin', '2026-06-01T06:30Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30Z'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45Z'],
    ['2026-01-01T00:00', 'UTC', '2026-01-01T00:00Z'],
  ])('%s in %s is %s', (text, timeZone, moment) => {
    expect(zonedMoment(text, timeZone)).toBe(Date.parse(moment));
  });

  it.each(['', '2026-06-01', '2026-02-31T00:00', '2026-06-01T25:00', 'tomorrow'])('"%s" is none', (text) => {
    expect(zonedMoment(text, 'UTC')).toBeNull();
  });

  it('comes back as it was shown, on the days on which clocks move too', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
    const minutes = fc.integer({ min: Date.UTC(2026, 0) / MINUTE, max: Date.UTC(2027, 0) / MINUTE });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (timeZone, minute) => {
        const shown = zonedTime(minute * MINUTE, timeZone);
        const read = zonedMoment(shown, timeZone) ?? Number.NaN;
        expect(zonedTime(read, timeZone)).toBe(shown);
        // Only where a clock went back, another moment was shown the same up to an hour before.
        const earlier = minute * MINUTE - read;
        expect(earlier).toBeGreaterThanOrEqual(0);
        expect(earlier).toBeLessThanOrEqual(60 * MINUTE);
      }),
      { numRuns: 500 },
    );
  });

  it('at midnight is where the day of a chart begins', () => {
    const bucket = { unit: 'day', timeZone: 'Europe/Berlin' } as const;
    const start = zonedMoment('2026-10-25T00:00', 'Europe/Berlin') ?? Number.NaN;
    expect(bucketStart(start, bucket)).toBe(start);
    expect(nextBucketStart(start, bucket)).toBe(zonedMoment('2026-10-26T00:00', 'Europe/Berlin'));
  });
});
