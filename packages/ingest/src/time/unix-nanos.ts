import { isJsonObject } from '@oriel/core';
import type { EpochMs, JsonValue } from '@oriel/core';

const NANOS_PER_MS = 1_000_000;
/** 2^32 nanoseconds are this many whole milliseconds, and nanoseconds beyond them. */
const HIGH_MS = 4294;
const HIGH_NANOS = 967_296;

/**
 * Milliseconds from a 64-bit count of nanoseconds in two halves. A double cannot hold the count itself, but every
 * step here is exact: the rest below 2^53, the whole milliseconds of both halves, and what is left below one.
 */
export function msFromNanoHalves(low: number, high: number): EpochMs {
  const rest = high * HIGH_NANOS + low;
  const restMs = Math.floor(rest / NANOS_PER_MS);
  return high * HIGH_MS + restMs + (rest - restMs * NANOS_PER_MS) / NANOS_PER_MS;
}

/** Milliseconds from nanoseconds as JSON has them: digits, a number or two halves. `null` for 0 and anything else. */
export function msFromJsonNanos(value: JsonValue | undefined): EpochMs | null {
  if (typeof value === 'string') return msFromDigits(value);
  if (typeof value === 'number') {
    // Such a number was rounded to some 256 ns when it was parsed; microseconds are what it still holds.
    return value > 0 && Number.isFinite(value) ? Math.round(value / 1000) / 1000 : null;
  }
  if (isJsonObject(value)) {
    const { low, high } = value;
    if (typeof low === 'number' && typeof high === 'number')
      return msFromNanoHalves(low >>> 0, high >>> 0) || null;
  }
  return null;
}

function msFromDigits(digits: string): EpochMs | null {
  // One digit more than 64 bits, which end in 2554: as text, the year 9999 can be said.
  if (!/^\d{1,21}$/.test(digits)) return null;
  const cut = Math.max(digits.length - 6, 0);
  return Number(digits.slice(0, cut)) + Number(digits.slice(cut)) / NANOS_PER_MS || null;
}
