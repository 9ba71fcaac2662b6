import type { EpochMs, Milliseconds } from '@oriel/core';

/** The moments that JavaScript can print. */
const LATEST: EpochMs = 8_640_000_000_000_000;
const EARLIEST: EpochMs = -8_640_000_000_000_000;

/** `2026-01-31T12:00:00.000Z`. */
export function isoTime(time: EpochMs): string {
  return new Date(Math.min(Math.max(time, EARLIEST), LATEST)).toISOString();
}

/** `null` for a moment that is not known. */
export function isoTimeOrNull(time: EpochMs | null): string | null {
  return time === null ? null : isoTime(time);
}

/** Langfuse counts lengths of time in seconds. */
export function seconds(length: Milliseconds | null): number | null {
  return length === null ? null : length / 1000;
}
