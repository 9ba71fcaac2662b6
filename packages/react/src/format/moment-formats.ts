import type { EpochMs } from '@oriel/core';

/** Prepares how moments are written in a locale and time zone. */
export function momentFormats(locale: string, timeZone: string | undefined) {
  const short: Intl.DateTimeFormatOptions = {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  };
  const options: Intl.DateTimeFormatOptions = { ...short, year: 'numeric', second: '2-digit' };
  const shortTime = new Intl.DateTimeFormat(locale, short);
  const dateTime = new Intl.DateTimeFormat(locale, options);
  const exactTime = new Intl.DateTimeFormat(locale, { ...options, fractionalSecondDigits: 3 });
  return {
    shortTime: (moment: EpochMs) => write(shortTime, moment),
    dateTime: (moment: EpochMs) => write(dateTime, moment),
    exactTime: (moment: EpochMs) => write(exactTime, moment),
  };
}

/** A clock that lies may give a moment outside of what a date can hold: that is shown, not thrown. */
function write(format: Intl.DateTimeFormat, moment: EpochMs): string {
  return Math.abs(moment) <= 8.64e15 ? format.format(moment) : '—';
}
