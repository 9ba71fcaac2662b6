import type { EpochMs, Milliseconds } from '../../model/units.ts';
import { bucketStart, nextBucketStart, zoneOffset } from '../../query/aggregate/time-buckets.ts';

/** A moment to label a time axis with. */
export interface TimeTick {
  readonly time: EpochMs;
  /** The largest thing that begins here in local time: how it is best written. A month only where months are labelled. */
  readonly begins: 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const MINUTE: Milliseconds = 60_000;
const HOUR: Milliseconds = 60 * MINUTE;
const DAY: Milliseconds = 24 * HOUR;

type Step = readonly [count: number, unit: 'minute' | 'day' | 'week' | 'month', length: Milliseconds];

const STEPS: readonly Step[] = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((n): Step => [n, 'minute', n * MINUTE]),
  ...[1, 2].map((n): Step => [n, 'day', n * DAY]),
  ...[1, 2].map((n): Step => [n, 'week', n * 7 * DAY]),
  ...[1, 3, 6, 12, 24, 60, 120, 600, 1200].map((n): Step => [n, 'month', n * 30.44 * DAY]),
];

/**
 * Round local times of a span, at most about `most`, for labels of an axis.
 *
 *     Berlin, the night the clock goes back      22  00  02  02  04
 *                                                    └ a day begins here
 *
 * @param timeZone - IANA name. Default `UTC`.
 */
export function timeTicks(from: EpochMs, to: EpochMs, most: number, timeZone = 'UTC'): readonly TimeTick[] {
  if (!(to > from)) return [];
  const [count, unit, length] = STEPS.find((step) => (to - from) / step[2] <= most) ?? [
    12_000,
    'month' as const,
    1000 * 365 * DAY,
  ];
  const times = unit === 'minute' ? clockTimes(from, to, count, timeZone) : [];
  if (unit !== 'minute') {
    const bucket = { unit, timeZone };
    let at = bucketStart(from, bucket);
    for (; at !== null && at < to; at = nextBucketStart(at, bucket)) {
      if (at >= from && isMultiple(at, unit, count, timeZone)) times.push(at);
    }
  }
  // Around a change of the clock two round times may lie closer than their labels have room.
  const apart = times.filter((time, index) => index === 0 || time - (times[index - 1] ?? 0) > length * 0.6);
  return apart.map((time) => {
    const begins = whatBegins(time, timeZone);
    // Among days a month alone would be read as all of it.
    return { time, begins: begins === 'month' && unit !== 'month' ? 'day' : begins };
  });
}

function clockTimes(from: EpochMs, to: EpochMs, minutes: number, timeZone: string): EpochMs[] {
  const times: EpochMs[] = [];
  // Offsets are whole quarters of an hour, so a round local time lies on one of these.
  const stride = (minutes % 15 === 0 ? 15 : minutes % 5 === 0 ? 5 : 1) * MINUTE;
  for (let at = Math.ceil(from / stride) * stride; at < to; at += stride) {
    if ((at + zoneOffset(at, timeZone)) % (minutes * MINUTE) === 0) times.push(at);
  }
  return times;
}

function isMultiple(time: EpochMs, unit: 'day' | 'week' | 'month', count: number, timeZone: string): boolean {
  if (count === 1) return true;
  const local = new Date(time + zoneOffset(time, timeZone));
  if (unit === 'day') return Math.floor(local.getTime() / DAY) % count === 0;
  // The first day of the epoch was a Thursday.
  if (unit === 'week') return Math.floor((local.getTime() / DAY + 3) / 7) % count === 0;
  return (local.getUTCFullYear() * 12 + local.getUTCMonth()) % count === 0;
}

function whatBegins(time: EpochMs, timeZone: string): TimeTick['begins'] {
  const local = new Date(time + zoneOffset(time, timeZone));
  // Where a clock skips midnight, the day begins at one.
  if (bucketStart(time, { unit: 'day', timeZone }) !== time) {
    return local.getUTCMinutes() === 0 ? 'hour' : 'minute';
  }
  if (local.getUTCDate() !== 1) return 'day';
  return local.getUTCMonth() === 0 ? 'year' : 'month';
}
