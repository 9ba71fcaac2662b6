import type { ChartUnit } from './chart-unit.ts';

/** Round numbers to label an axis with; the axis reaches from the first to the last. */
export interface ValueTicks {
  readonly ticks: readonly number[];
  readonly step: number;
}

/** Below this, doubles lose their digits. */
const SMALLEST = 1e-100;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Beyond a second, people count time in sixties. */
const TIME_STEPS = [
  ...[1, 2, 5, 10, 15, 20, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 20, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100].map((count) => count * DAY),
];

/**
 * Round numbers around some values, zero always among them, so that lengths can be compared.
 *
 * @param wanted - about how many steps. Default 4.
 */
export function valueTicks(values: Iterable<number>, unit: ChartUnit, wanted = 4): ValueTicks {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high) high = unit === 'duration' ? SECOND : 1;
  const step = stepFor(Math.max((high - low) / Math.max(wanted, 1), SMALLEST), unit);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  // By multiples: adding up tenths would end beside the round number.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => round((first + index) * step));
  return { ticks, step };
}

function stepFor(least: number, unit: ChartUnit): number {
  if (unit === 'duration' && least > SECOND / 2) {
    const step = TIME_STEPS.find((candidate) => candidate >= least);
    if (step !== undefined) return step;
  }
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5, 10].find((digit) => digit * power >= least * (1 - 1e-9)) ?? 10) * power;
  const isWhole = unit === 'count' || unit === 'tokens';
  return isWhole ? Math.max(1, Math.round(step)) : step;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
