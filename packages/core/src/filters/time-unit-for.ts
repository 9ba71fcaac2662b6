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
/** As many points as a small chart shows well. */
const WANTED = 50;

/**
 * The time bucket that splits a range into about 50. Days where nobody knows when the range begins: put in when your
 * first record began, and it is known.
 *
 * @param now - the end of a range without one. Default: the clock.
 */
export function timeUnitFor({ from, to }: TimeBounds, now: EpochMs = Date.now()): TimeUnit {
  if (from === null) return 'day';
  const length = Math.max((to ?? now) - from, 1);
  // Three times too many and three times too few are equally far off.
  const distance = (unitLength: Milliseconds) => Math.abs(Math.log(length / unitLength / WANTED));
  const [best] = LENGTHS.toSorted(([, a], [, b]) => distance(a) - distance(b));
  return best?.[0] ?? 'day';
}
