import type { Bytes, EpochMs, Milliseconds, TimeTick, Tokens, Usd } from '@oriel/core';
import { formatDuration, formatRoundDuration } from './format-duration.ts';
import { momentFormats } from './moment-formats.ts';

export interface FormatOptions {
  /** BCP 47 tag, such as `de-AT`. */
  readonly locale: string;
  /** IANA name, such as `Europe/Vienna`. Default: the reader's own. */
  readonly timeZone?: string | undefined;
}

/** How numbers and times are written in one locale and time zone. */
export interface Format {
  readonly locale: string;
  /** IANA name of the time zone that times are written in. */
  readonly timeZone: string;
  /** `842 ms`, `1.24 s`, `3 m 07 s`. */
  duration(length: Milliseconds): string;
  /** A round length, beside an axis: `0`, `1.5s`, `30s`, `2m`. */
  roundDuration(length: Milliseconds): string;
  /** Every digit: `12,408`. */
  count(count: number): string;
  /** Short from 10,000 on: `812`, `12.4K`. */
  tokens(count: Tokens): string;
  /** US dollars, with more digits the smaller the amount: `$1.24`, `$0.0031`, `<$0.000001`. */
  cost(amount: Usd): string;
  /** A score or another plain number, to four digits after the point. */
  number(value: number): string;
  /** A share of one as a percentage: `12.5%`. */
  share(value: number): string;
  /** `812 B`, `12.4 kB`. */
  bytes(count: Bytes): string;
  /** `Mar 7, 2025, 14:05:09`. */
  dateTime(moment: EpochMs): string;
  /** Where there is little room: `Mar 7, 14:05`. */
  shortTime(moment: EpochMs): string;
  /** The day alone: `Friday, March 7, 2025`. */
  day(moment: EpochMs): string;
  /** The time of day alone: `14:05:09`. */
  clock(moment: EpochMs): string;
  /** With milliseconds: `Mar 7, 2025, 14:05:09.042`. */
  exactTime(moment: EpochMs): string;
  /** From one moment to another (not included): `Mar 7, 14:00`, `Sat, Mar 7, 2025`, `Mar 3 – 9, 2025`, `March 2025`. */
  period(from: EpochMs, to: EpochMs): string;
  /** Beside a tick of a time axis, by what begins there: `14:05`, `Mar 7`, `Mar`, `2025`. */
  axisTime(moment: EpochMs, begins: TimeTick['begins']): string;
}

/** Prepares the formats of one locale and time zone; making `Intl` objects is what costs time. */
export function createFormat({ locale, timeZone }: FormatOptions): Format {
  const count = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 });
  const times = momentFormats(locale, timeZone);

  return {
    locale,
    timeZone: timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    duration: (length) => formatDuration(length, locale),
    roundDuration: (length) => formatRoundDuration(length, locale),
    count: (value) => count.format(value),
    tokens: (value) => (Math.abs(value) < 10_000 ? count : compact).format(value),
    cost: (amount) =>
      amount > 0 && amount < SMALLEST
        ? `<${costFormat(locale).format(SMALLEST)}`
        : costFormat(locale).format(roundCost(amount)),
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    bytes: (value) => bytesFormat(locale, value),
    dateTime: times.dateTime,
    shortTime: times.shortTime,
    day: times.day,
    clock: times.clock,
    exactTime: times.exactTime,
    period: times.period,
    axisTime: times.axisTime,
  };
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function bytesFormat(locale: string, value: Bytes): string {
  const step = value < 1 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(value) / 3));
  const unit = BYTE_UNITS[step] ?? 'byte';
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'narrow',
    maximumSignificantDigits: 3,
  }).format(value / 1000 ** step);
}

const SMALLEST = 0.000_001;

/** Cents are enough from a dollar on; below, three significant digits tell a cheap call from a free one. */
function roundCost(amount: Usd): Usd {
  const size = Math.abs(amount);
  const digits = size === 0 || size >= 1 ? 2 : Math.min(6, Math.max(2, 2 - Math.floor(Math.log10(size))));
  return Number(amount.toFixed(digits));
}

const costFormats = new Map<string, Intl.NumberFormat>();

/** One for all amounts, which are rounded before: one for each count of digits takes as long as a screen of rows. */
function costFormat(locale: string): Intl.NumberFormat {
  let format = costFormats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: 2,
      maximumFractionDigits: 6,
    });
    costFormats.set(locale, format);
  }
  return format;
}
