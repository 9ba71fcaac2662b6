import type { EpochMs, Milliseconds } from '../model/units.ts';

/** Lengths of time that people ask for. `1y` is 365 days. */
export type TimePreset =
  '5m' | '30m' | '1h' | '3h' | '6h' | '1d' | '3d' | '7d' | '14d' | '30d' | '90d' | '1y' | 'all';

/** The last so-and-so long, or from one moment (included) to another (not included). */
export type TimeRange = { readonly preset: TimePreset } | { readonly from: EpochMs; readonly to: EpochMs };

/** A range at a moment; `null` is open. */
export interface TimeBounds {
  /** The first moment that counts. */
  readonly from: EpochMs | null;
  /** The first moment that no longer counts. */
  readonly to: EpochMs | null;
}

const MINUTE: Milliseconds = 60_000;
const HOUR: Milliseconds = 60 * MINUTE;
const DAY: Milliseconds = 24 * HOUR;

/** Every preset with its length, from short to long; `null` is all the time there is. */
export const TIME_PRESETS: Readonly<Record<TimePreset, Milliseconds | null>> = {
  '5m': 5 * MINUTE,
  '30m': 30 * MINUTE,
  '1h': HOUR,
  '3h': 3 * HOUR,
  '6h': 6 * HOUR,
  '1d': DAY,
  '3d': 3 * DAY,
  '7d': 7 * DAY,
  '14d': 14 * DAY,
  '30d': 30 * DAY,
  '90d': 90 * DAY,
  '1y': 365 * DAY,
  all: null,
};

/** What a range means now. A preset has no end, so that records which appear meanwhile count too. */
export function timeBounds(range: TimeRange, now: EpochMs): TimeBounds {
  if (!('preset' in range)) return { from: range.from, to: range.to };
  const length = TIME_PRESETS[range.preset];
  return { from: length === null ? null : now - length, to: null };
}

/**
 * How often the beginning of a range has to move on: a sixtieth of its length, 5 seconds to 10 minutes. `null` where
 * it never moves.
 */
export function timeTick(range: TimeRange): Milliseconds | null {
  const length = 'preset' in range ? TIME_PRESETS[range.preset] : null;
  return length === null ? null : Math.min(Math.max(length / 60, 5000), 10 * MINUTE);
}
