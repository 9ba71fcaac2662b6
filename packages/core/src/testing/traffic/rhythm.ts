import type { EpochMs, Milliseconds } from '../../model/units.ts';
import type { Dice } from './dice.ts';

export const MINUTE: Milliseconds = 60_000;
export const HOUR: Milliseconds = 60 * MINUTE;
export const DAY: Milliseconds = 24 * HOUR;

/** How busy each hour of a person's own day is, from midnight. */
const HOURS = [3, 2, 1, 1, 1, 2, 5, 11, 20, 30, 34, 31, 24, 27, 33, 32, 28, 23, 20, 22, 24, 19, 12, 6];
const WHOLE_DAY = HOURS.reduce((sum, weight) => sum + weight, 0);
/** How busy each day of the week is, from Sunday. */
const WEEKDAYS = [0.45, 1.12, 1.2, 1.18, 1.1, 1, 0.6];
/** Customers come every week. */
const WEEKLY_GROWTH = 0.03;

/** A calendar day (UTC), or the part of one that the traffic begins or ends in. */
export interface BusyDay {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly traces: number;
}

/**
 * Spreads traces over the days before `until`: weekends are quiet, and there is a little growth. Adds up to
 * `days * tracesPerDay` exactly.
 */
export function busyDays(options: { days: number; tracesPerDay: number; until: EpochMs }): BusyDay[] {
  const { days, tracesPerDay, until } = options;
  const total = Math.round(days * tracesPerDay);
  const parts: { start: EpochMs; end: EpochMs; weight: number }[] = [];
  let sum = 0;
  for (let start = until - days * DAY; start < until;) {
    const end = Math.min((Math.floor(start / DAY) + 1) * DAY, until);
    const weekday = WEEKDAYS[new Date(start).getUTCDay()] ?? 1;
    const weight = ((end - start) / DAY) * weekday * (1 + (WEEKLY_GROWTH * parts.length) / 7);
    parts.push({ start, end, weight });
    sum += weight;
    start = end;
  }
  let weightSoFar = 0;
  let tracesSoFar = 0;
  return parts.map(({ start, end, weight }, index) => {
    weightSoFar += weight;
    const upToHere = index === parts.length - 1 ? total : Math.round((total * weightSoFar) / sum);
    const traces = upToHere - tracesSoFar;
    tracesSoFar = upToHere;
    return { start, end, traces };
  });
}

/** A moment of a day, as people who live `utcOffset` hours east of Greenwich are awake. */
export function momentOfDay(dice: Dice, day: BusyDay, utcOffset: number): EpochMs {
  return drawWithin(dice, day, () => {
    let left = dice.fraction() * WHOLE_DAY;
    const localHour = HOURS.findIndex((weight) => (left -= weight) < 0);
    return ((localHour - utcOffset + 24) % 24) * HOUR + dice.below(HOUR);
  });
}

/** When jobs run: between two and four o'clock, UTC. */
export function momentOfNight(dice: Dice, day: BusyDay): EpochMs {
  return drawWithin(dice, day, () => 2 * HOUR + dice.below(2 * HOUR));
}

/** Part of a day may lack the hours that are drawn: then any moment of it has to do. */
function drawWithin(dice: Dice, { start, end }: BusyDay, drawTimeOfDay: () => Milliseconds): EpochMs {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const moment = Math.floor(start / DAY) * DAY + drawTimeOfDay();
    if (moment >= start && moment < end) return moment;
  }
  return start + dice.below(end - start);
}
