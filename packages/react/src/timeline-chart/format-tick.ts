import type { Milliseconds } from '@oriel/core';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A time on an axis, as exact as its neighbours' distance asks for: `0`, `250ms`, `1.25s`, `1m 30s`, `2h 5m`.
 *
 * @param step - distance of neighbours.
 */
export function formatTick(time: Milliseconds, step: Milliseconds, locale: string): string {
  if (time < SECOND) return unit(time, 'millisecond', digits(step), locale);
  if (time < MINUTE) return unit(time / SECOND, 'second', digits(step / SECOND), locale);
  const hours = Math.floor(time / HOUR);
  const minutes = Math.floor((time % HOUR) / MINUTE);
  const seconds = (time % MINUTE) / SECOND;
  const parts: string[] = [];
  if (hours > 0) parts.push(unit(hours, 'hour', 0, locale));
  if (minutes > 0 || (hours > 0 && step < HOUR)) parts.push(unit(minutes, 'minute', 0, locale));
  if (step < MINUTE) parts.push(unit(seconds, 'second', digits(step / SECOND), locale));
  return parts.join(' ');
}

/** Digits after the point that tell neighbours apart. */
function digits(step: number): number {
  return Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

function unit(value: number, name: string, fraction: number, locale: string): string {
  const key = `${locale} ${name} ${fraction}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'narrow',
      minimumFractionDigits: fraction,
      maximumFractionDigits: fraction,
    });
    formats.set(key, format);
  }
  return format.format(value);
}
