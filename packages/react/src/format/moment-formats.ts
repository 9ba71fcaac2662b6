import type { EpochMs, Milliseconds, TimeTick } from '@oriel/core';

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
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', ...zone });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23', ...zone });
  const exactTime = new Intl.DateTimeFormat(locale, { ...options, fractionalSecondDigits: 3 });
  return {
    shortTime: (moment: EpochMs) => write(shortTime, moment),
    dateTime: (moment: EpochMs) => write(dateTime, moment),
    day: (moment: EpochMs) => write(day, moment),
    clock: (moment: EpochMs) => write(clock, moment),
    exactTime: (moment: EpochMs) => write(exactTime, moment),
    ...periodFormats(locale, timeZone),
  };
}

const DAY: Milliseconds = 86_400_000;

/** Formats of charts, made when the first one is drawn. */
function periodFormats(locale: string, timeZone: string | undefined) {
  const zone = timeZone === undefined ? {} : { timeZone };
  const made = new Map<string, Intl.DateTimeFormat>();
  const formatOf = (options: Intl.DateTimeFormatOptions) => {
    const key = Object.keys(options).join();
    let format = made.get(key);
    if (!format) made.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, ...zone })));
    return format;
  };
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = { month: 'short', day: 'numeric' } as const;

  return {
    period: (from: EpochMs, to: EpochMs): string => {
      const length = to - from;
      // Days of 23 and of 25 hours are days, weeks and months likewise.
      if (length < 0.9 * DAY) return write(formatOf({ ...date, ...hour }), from);
      if (length < 1.5 * DAY) return write(formatOf({ weekday: 'short', ...date, year: 'numeric' }), from);
      if (length > 26 * DAY && length < 32 * DAY)
        return write(formatOf({ month: 'long', year: 'numeric' }), from);
      if (Math.max(Math.abs(from), Math.abs(to)) > 8.64e15) return '—';
      return formatOf({ ...date, year: 'numeric' }).formatRange(from, to - 1);
    },
    axisTime: (moment: EpochMs, begins: TimeTick['begins']): string => {
      if (begins === 'year') return write(formatOf({ year: 'numeric' }), moment);
      if (begins === 'month') return write(formatOf({ month: 'short' }), moment);
      return write(formatOf(begins === 'day' ? date : hour), moment);
    },
  };
}

/** A clock that lies may give a moment outside of what a date can hold: that is shown, not thrown. */
function write(format: Intl.DateTimeFormat, moment: EpochMs): string {
  return Math.abs(moment) <= 8.64e15 ? format.format(moment) : '—';
}
