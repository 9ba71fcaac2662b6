import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { zoneOffset } from '../../query/aggregate/time-buckets.ts';
import { timeTicks } from './time-ticks.ts';

const HOUR = 3_600_000;
const ZONES = ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns'];

const hours = (from: number, to: number, zone: string) =>
  timeTicks(from, to, 8, zone).map(({ time }) =>
    new Date(time + zoneOffset(time, zone)).toISOString().slice(11, 16),
  );

it('labels round hours of the local clock, also where it goes back', () => {
  const midnight = Date.UTC(2026, 9, 24, 22);
  expect(hours(midnight, midnight + 7 * HOUR, 'Europe/Berlin')).toEqual([
    '00:00',
    '01:00',
    '02:00',
    '02:00',
    '03:00',
    '04:00',
    '05:00',
  ]);
  expect(hours(Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1, 12), 'Asia/Kathmandu')).toEqual([
    '06:00',
    '08:00',
    '10:00',
    '12:00',
    '14:00',
    '16:00',
  ]);
});

it('says what begins, so that a day is written as a day', () => {
  const ticks = timeTicks(Date.UTC(2025, 11, 31, 12), Date.UTC(2026, 0, 2, 12), 8, 'UTC');
  expect(ticks.map(({ begins }) => begins)).toEqual([
    'hour',
    'hour',
    'year',
    'hour',
    'hour',
    'hour',
    'day',
    'hour',
  ]);
});

it('labels a month in every second week where there is no room for more, and its first day as a day', () => {
  const [from, to] = [Date.UTC(2026, 9, 24), Date.UTC(2026, 10, 23)];
  const labels = (most: number) =>
    timeTicks(from, to, most).map(
      ({ time, begins }) => `${new Date(time).toISOString().slice(5, 10)} ${begins}`,
    );
  expect(labels(3)).toEqual(['11-02 day', '11-16 day']);
  expect(labels(15)).toContain('11-01 day');
  expect(timeTicks(from, Date.UTC(2027, 3, 2), 8).map(({ begins }) => begins)).toContain('month');
});

it('gives a few round moments inside of any span', () => {
  const span = fc.record({
    from: fc.integer({ min: Date.UTC(2000), max: Date.UTC(2030) }),
    length: fc.double({ min: 1, max: 11.5, noNaN: true }).map((power) => 1000 + 10 ** power),
    most: fc.integer({ min: 1, max: 12 }),
    zone: fc.constantFrom(...ZONES),
  });
  fc.assert(
    fc.property(span, ({ from, length, most, zone }) => {
      const ticks = timeTicks(from, from + length, most, zone);
      expect(ticks.length).toBeLessThanOrEqual(most * 1.7 + 1);
      for (const [index, { time }] of ticks.entries()) {
        expect(time).toBeGreaterThanOrEqual(from);
        expect(time).toBeLessThan(from + length);
        expect((time + zoneOffset(time, zone)) % 60_000).toBe(0);
        expect(time).toBeGreaterThan(ticks[index - 1]?.time ?? -Infinity);
      }
    }),
  );
});
