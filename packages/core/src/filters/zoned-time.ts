import type { EpochMs, Milliseconds } from '../model/units.ts';
import { zoneOffset } from '../query/aggregate/time-buckets.ts';

const LOCAL = /^(?<year>\d{4,6})-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/u;
const DAY: Milliseconds = 86_400_000;

/** A moment as clocks of a time zone show it, to the minute: `2026-06-01T08:30`, what date-time inputs take. */
export function zonedTime(moment: EpochMs, timeZone: string): string {
  return new Date(moment + zoneOffset(moment, timeZone)).toISOString().slice(0, -':00.000Z'.length);
}

/**
 * The moment at which clocks of a time zone show a time. Of two, where a clock goes back, the first; where a clock
 * skips the time, as much later as it skips: 02:30 of the night without it is 03:30. `null` where the text is no time.
 *
 * ```
 *   Berlin, March      01:59  03:00               Berlin, October   02:00 … 02:59  02:00 … 02:59
 *                             ↑ 02:00, 03:00                        ↑ 02:00
 * ```
 *
 * @throws RangeError - no such time zone.
 */
export function zonedMoment(text: string, timeZone: string): EpochMs | null {
  if (!LOCAL.test(text)) return null;
  const local = Date.parse(`${text}Z`);
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(text.slice(0, 10))) return null;
  // No zone changes its clock twice within two days: the offset is one of these two.
  const before = local - zoneOffset(local - DAY, timeZone);
  const after = local - zoneOffset(local + DAY, timeZone);
  const exact = [before, after]
    .toSorted((a, b) => a - b)
    .find((moment) => moment + zoneOffset(moment, timeZone) === local);
  return exact ?? before;
}
