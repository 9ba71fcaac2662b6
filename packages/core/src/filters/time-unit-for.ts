import type { EpochMs, Milliseconds } from '../model/units.ts';
import type { TimeUnit } from '../query/aggregate/aggregate-query.ts';
import type { TimeBounds } from './time-range.ts';

/** About how long each unit is, from short to long. */
const LENGTHS: readonly (readonly [TimeUnit, Milliseconds])[] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 7 * 86_400_000],
  ['month', 30.44 * 86_400_000],
];
/** More parts than this jump about: in most of them little happens. */
const MOST = 120;
/** Fewer parts tell nothing of when. A little below the days of a week, whose end moves on while it is looked at. */
const FEWEST = 6.5;

/**
 * The time bucket that splits a range into few enough parts to be calm and enough to tell something: hours of a day, days
 * of a week, a month or a quarter, weeks of a year. Days where nobody knows when the range begins: put in when your first
 * record began, and it is known.
 *
 * @param now - the end of a range without one. Default: the clock.
 */
export function timeUnitFor({ from, to }: TimeBounds, now: EpochMs = Date.now()): TimeUnit {
  if (from === null) return 'day';
  const length = Math.max((to ?? now) - from, 1);
  const fitting = LENGTHS.find(([, unitLength], place) => {
    const [, longer] = LENGTHS[place + 1] ?? [];
    return length / unitLength <= MOST || (longer !== undefined && length / longer < FEWEST);
  });
  return fitting?.[0] ?? 'month';
}
