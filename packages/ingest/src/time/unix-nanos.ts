import { isJsonObject } from '@oriel/core';
import type { EpochMs, JsonValue } from '@oriel/core';

const TWO_TO_THE_32 = 4_294_967_296;
const NANOS_PER_MS = 1_000_000;

/**
 * Milliseconds from a 64-bit count of nanoseconds in two halves. A double cannot hold the count itself, so the
 * division is done in two steps that lose nothing: whole milliseconds first, then what is left below one.
 */
export function msFromNanoHalves(low: number, high: number): EpochMs {
  const upper = high * TWO_TO_THE_32;
  const upperRest = upper % NANOS_PER_MS;
  const rest = upperRest + low;
  const belowMs = rest % NANOS_PER_MS;
  return (
    Math.round((upper - upperRest) / NANOS_PER_MS) + (rest - belowMs) / NANOS_PER_MS + belowMs / NANOS_PER_MS
  );
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
  if (!/^\d{1,20}$/.test(digits)) return null;
  const cut = Math.max(digits.length - 6, 0);
  return Number(digits.slice(0, cut)) + Number(digits.slice(cut)) / NANOS_PER_MS || null;
}
