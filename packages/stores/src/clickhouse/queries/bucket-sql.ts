import { bucketStart } from '@oriel/core';
import type { EpochMs, Milliseconds, TimeBucket } from '@oriel/core';
import type { Parameters } from '../sql/parameters.ts';

const MINUTE: Milliseconds = 60_000;
const HOUR: Milliseconds = 60 * MINUTE;
const DAY: Milliseconds = 24 * HOUR;

/** A time zone over a length of time: the offsets from UTC, and the moments from which on each is true. */
export interface ZoneOffsets {
  readonly from: readonly EpochMs[];
  readonly offsets: readonly Milliseconds[];
}

export const UTC: ZoneOffsets = { from: [], offsets: [0] };

/**
 * The offsets of a zone between two moments, by the platform's own calendar, which is the one that core's buckets go by.
 * A zone is looked at day by day: none changes its clock there and back within one.
 */
export function zoneOffsets(timeZone: string, first: EpochMs, last: EpochMs): ZoneOffsets {
  const from: EpochMs[] = [];
  const offsets: Milliseconds[] = [offsetAt(first, timeZone)];
  for (let day = first; day < last; day += DAY) {
    const next = Math.min(day + DAY, last);
    const offset = offsetAt(next, timeZone);
    if (offset === offsets.at(-1)) continue;
    from.push(findChange(day, next, timeZone));
    offsets.push(offset);
  }
  return { from, offsets };
}

/** How far local clocks are ahead: core's buckets of a minute say it, since no clock differs by less. */
function offsetAt(moment: EpochMs, timeZone: string): Milliseconds {
  const day = bucketStart(moment, { unit: 'day', timeZone });
  if (day === null) return 0;
  const format = formatOf(timeZone);
  const parts = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, date, hour, minute, second);
  return local - Math.floor(moment / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

function findChange(before: EpochMs, after: EpochMs, timeZone: string): EpochMs {
  const offset = offsetAt(before, timeZone);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, timeZone) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** A number that is the same for the moments of one bucket and different for those of two. */
export function bucketSql(
  moment: string,
  { unit }: TimeBucket,
  { from, offsets }: ZoneOffsets,
  parameters: Parameters,
): string {
  const changes = `[${from.map((change) => parameters.number(change)).join(', ')}]`;
  const steps = `[${offsets.map((offset) => parameters.number(offset)).join(', ')}]`;
  const offset =
    from.length === 0
      ? parameters.number(offsets[0] ?? 0)
      : `${steps}[1 + arrayCount(c -> c <= ${moment}, ${changes})]`;
  const local = `(${moment} + ${offset})`;
  if (unit === 'minute') return `floor(${local} / ${MINUTE}) * ${MINUTE} - ${offset}`;
  if (unit === 'hour') return `floor(${local} / ${HOUR}) * ${HOUR} - ${offset}`;
  const day = `toInt64(floor(${local} / ${DAY}))`;
  if (unit === 'day') return day;
  // The first day of 1970 was a Thursday; weeks begin on Monday.
  if (unit === 'week') return `intDiv(${day} + 3 - positiveModulo(${day} + 3, 7), 7)`;
  return `toInt64(toYYYYMM(toDate32(${day})))`;
}
