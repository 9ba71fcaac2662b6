import type { Milliseconds } from '@oriel/core';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const unitFormats = new Map<string, Intl.NumberFormat>();

/** A length of time with as many digits as help: `0.4ms`, `842ms`, `1.24s`, `3m 7s`, `2h 5m`. */
export function formatDuration(length: Milliseconds, locale: string): string {
  if (length > 0 && length < 1) return unit(length, 'millisecond', 1, locale);
  // Rounded to what is shown before choosing, so that 999.6 ms is not "1,000ms" nor 59.96 s "60.0s".
  if (Math.round(length) < SECOND) return unit(Math.round(length), 'millisecond', 0, locale);
  if (Math.round(length / 10) * 10 < 10 * SECOND) return unit(length / SECOND, 'second', 2, locale);
  if (Math.round(length / 100) * 100 < MINUTE) return unit(length / SECOND, 'second', 1, locale);
  const seconds = Math.round(length / SECOND);
  if (seconds * SECOND < HOUR) {
    return `${unit(Math.floor(seconds / 60), 'minute', 0, locale)} ${unit(seconds % 60, 'second', 0, locale)}`;
  }
  const minutes = Math.round(length / MINUTE);
  return `${unit(Math.floor(minutes / 60), 'hour', 0, locale)} ${unit(minutes % 60, 'minute', 0, locale)}`;
}

/** A round length beside an axis, without digits that say nothing: `0`, `250ms`, `1.5s`, `30s`, `2m`, `1m 30s`, `2h`. */
export function formatRoundDuration(length: Milliseconds, locale: string): string {
  const size = Math.abs(length);
  const sign = length < 0 ? '−' : '';
  if (size === 0) return new Intl.NumberFormat(locale).format(0);
  if (size < SECOND) return sign + unit(size, 'millisecond', 0, locale, 1);
  if (size < MINUTE) return sign + unit(size / SECOND, 'second', 0, locale, 2);
  if (size < HOUR) return sign + parts(size / MINUTE, 'minute', 'second', locale);
  return sign + parts(size / HOUR, 'hour', 'minute', locale);
}

/** A number of one unit, and what is left of it in sixtieths. */
function parts(value: number, large: string, small: string, locale: string): string {
  const rest = Math.round((value % 1) * 60);
  const whole = unit(Math.floor(value), large, 0, locale);
  return rest === 0 ? whole : `${whole} ${unit(rest, small, 0, locale)}`;
}

function unit(value: number, name: string, digits: number, locale: string, most = digits): string {
  const key = `${locale} ${name} ${digits} ${most}`;
  let format = unitFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'narrow',
      minimumFractionDigits: digits,
      maximumFractionDigits: most,
    });
    unitFormats.set(key, format);
  }
  return format.format(value);
}
