import type { EpochMs, Milliseconds } from '../../model/units.ts';
import type { TimeBucket, TimeUnit } from './aggregate-query.ts';

const MINUTE: Milliseconds = 60_000;
const HOUR: Milliseconds = 60 * MINUTE;
const DAY: Milliseconds = 24 * HOUR;
/** The furthest moment that dates can express. */
const MAX_TIME: EpochMs = 8.64e15;

/**
 * When the time bucket of a moment begins.
 *
 *     Berlin, last Sunday of October 2025: the clock goes from 3:00 back to 2:00
 *
 *       UTC    22:00   23:00   00:00   01:00   02:00
 *     local    00:00   01:00   02:00   02:00   03:00
 *      hour      ├───────┼───────┼───────┼───────┼──   each 02:00 has a bucket
 *       day      ├──────────────────────────────────   25 hours
 *
 * Where a clock moves by half an hour (Lord Howe), the hour it moves in overlaps the next.
 *
 * Moments that no date can express are in no bucket: `null`.
 *
 * @throws RangeError - no such time zone; {@link checkAggregate} answers that with `bad-query`.
 */
export function bucketStart(moment: EpochMs, { unit, timeZone = 'UTC' }: TimeBucket): EpochMs | null {
  // A day of room, since local times lie up to a day apart from UTC.
  if (!(Math.abs(moment) <= MAX_TIME - 31 * DAY)) return null;
  const local = moment + zoneOffset(moment, timeZone);
  if (unit === 'minute') return floorTo(local, MINUTE) - (local - moment);
  if (unit === 'hour') return floorTo(local, HOUR) - (local - moment);
  return midnight(firstDay(local, unit), timeZone);
}

/** When the bucket after the one that begins then begins. */
export function nextBucketStart(start: EpochMs, bucket: TimeBucket): EpochMs | null {
  // Longer than any bucket of the unit and shorter than two: a day may have 25 hours.
  const beyond = { minute: 1.5 * MINUTE, hour: 1.5 * HOUR, day: 36 * HOUR, week: 10 * DAY, month: 45 * DAY };
  const next = bucketStart(start + beyond[bucket.unit], bucket);
  return next !== null && next > start ? next : null;
}

/** The local midnight, as if in UTC, with which the day, week or month of a local time begins. */
function firstDay(local: number, unit: TimeUnit): number {
  const day = floorTo(local, DAY);
  if (unit === 'day') return day;
  const date = new Date(day);
  // Sunday is 0, and the last day of its week.
  if (unit === 'week') return day - ((date.getUTCDay() + 6) % 7) * DAY;
  return day - (date.getUTCDate() - 1) * DAY;
}

/** The first moment of a local day. Where the clock skips midnight, the day begins after the gap. */
function midnight(localDay: number, timeZone: string): EpochMs {
  const before = localDay - zoneOffset(localDay - DAY, timeZone);
  const after = localDay - zoneOffset(localDay + DAY, timeZone);
  const candidates = [before, after].toSorted((a, b) => a - b);
  const exact = candidates.find((moment) => moment + zoneOffset(moment, timeZone) === localDay);
  return exact ?? firstMomentOf(localDay, candidates[0] ?? localDay, candidates[1] ?? localDay, timeZone);
}

/** Halves the time between the last moment before a skipped midnight and one after it. */
function firstMomentOf(localDay: number, low: EpochMs, high: EpochMs, timeZone: string): EpochMs {
  let before = low - 1;
  let after = high;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + zoneOffset(middle, timeZone) < localDay) before = middle;
    else after = middle;
  }
  return after;
}

function floorTo(time: number, step: number): number {
  return Math.floor(time / step) * step;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, Milliseconds>>();
/** No zone changes its clock between these. */
const QUARTER = 15 * MINUTE;
const MAX_CACHED = 50_000;

/** How far local clocks are ahead of UTC at a moment. Asked of the platform once for each quarter of an hour. */
export function zoneOffset(moment: EpochMs, timeZone: string): Milliseconds {
  if (timeZone === 'UTC') return 0;
  const quarter = floorTo(moment, QUARTER);
  let known = offsets.get(timeZone);
  if (!known || known.size > MAX_CACHED) offsets.set(timeZone, (known = new Map<number, Milliseconds>()));
  const cached = known.get(quarter);
  if (cached !== undefined) return cached;
  const offset = askOffset(quarter, timeZone);
  known.set(quarter, offset);
  return offset;
}

function askOffset(moment: EpochMs, timeZone: string): Milliseconds {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (name: string) => Number(parts[name]);
  const year = parts['era']?.startsWith('B') ? 1 - part('year') : part('year');
  const local = new Date(0);
  local.setUTCFullYear(year, part('month') - 1, part('day'));
  local.setUTCHours(part('hour'), part('minute'), part('second'));
  return local.getTime() - moment;
}
