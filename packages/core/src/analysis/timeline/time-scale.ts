import type { Milliseconds } from '../../model/units.ts';

/** Idle time `[from, to]` that is drawn shorter than it was. */
export interface CompressedGap {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  /** Length it is drawn with. */
  readonly shown: Milliseconds;
}

/**
 * From time to where it is drawn and back. Without gaps both are the same; with gaps time passes faster inside
 * them, and everything after them moves closer:
 *
 * ```
 *   time   0────10···············90────100
 *   shown  0────10··14────24                 a gap of 80 drawn as 4
 * ```
 */
export interface TimeScale {
  /** Upwards, without overlap. */
  readonly gaps: readonly CompressedGap[];
  readonly toShown: (time: Milliseconds) => Milliseconds;
  readonly toTime: (shown: Milliseconds) => Milliseconds;
}

/** @param gaps - upwards, without overlap. @defaultValue none, so that nothing is bent */
export function createTimeScale(gaps: readonly CompressedGap[] = []): TimeScale {
  if (gaps.length === 0) return LINEAR;
  // Corners of the line that maps one to the other: two per gap.
  const times = new Float64Array(2 * gaps.length);
  const shown = new Float64Array(2 * gaps.length);
  let saved = 0;
  gaps.forEach((gap, index) => {
    times[2 * index] = gap.from;
    shown[2 * index] = gap.from - saved;
    times[2 * index + 1] = gap.to;
    saved += gap.to - gap.from - gap.shown;
    shown[2 * index + 1] = gap.to - saved;
  });
  return {
    gaps,
    toShown: (time) => follow(times, shown, time),
    toTime: (position) => follow(shown, times, position),
  };
}

const LINEAR: TimeScale = { gaps: [], toShown: (time) => time, toTime: (shown) => shown };

/** Follows a line of corners, with slope 1 before the first and after the last. */
function follow(from: Float64Array, to: Float64Array, value: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return value - (from[0] as number) + (to[0] as number);
  const fromLow = from[low - 1] as number;
  const toLow = to[low - 1] as number;
  // Odd corners end a gap: from there to the next one nothing is bent, and adding loses no digits.
  if (low === from.length || (low & 1) === 0) return value - fromLow + toLow;
  const fromHigh = from[low] as number;
  const toHigh = to[low] as number;
  return toLow + ((value - fromLow) / (fromHigh - fromLow)) * (toHigh - toLow);
}
