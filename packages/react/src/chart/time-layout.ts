import { stackSeries, timeTicks, valueTicks } from '@oriel/core';
import type { ChartUnit, EpochMs, StackedValue, TimeTick, ValueTicks } from '@oriel/core';
import type { ChartSeries } from './chart-series.ts';
import { alongScale, LINE_HEIGHT, plotFrame, valueScale } from './plot-frame.ts';
import type { LinearScale, PlotFrame } from './plot-frame.ts';
import type { ChartBox } from './use-chart-size.ts';

/** What stands where on a chart over time. */
export interface TimeLayout {
  readonly frame: PlotFrame;
  readonly values: ValueTicks;
  readonly times: readonly TimeTick[];
  readonly y: (value: number) => number;
  readonly scale: LinearScale;
  readonly x: (time: EpochMs) => number;
  /** Middle of each bucket. */
  readonly middles: readonly number[];
  /** Left and right edge of each bucket. */
  readonly edges: readonly (readonly [number, number])[];
  /** From where to where each value of each series is drawn; not stacked, from 0. */
  readonly layers: readonly (readonly (StackedValue | null)[])[];
  readonly isStacked: boolean;
}

export interface TimeLayoutOptions {
  readonly buckets: readonly EpochMs[];
  readonly end: EpochMs;
  readonly series: readonly ChartSeries[];
  readonly unit: ChartUnit;
  readonly isStacked: boolean;
  readonly timeZone: string;
  readonly write: (value: number) => string;
}

/** Pixels of a label of the time axis with the room around it. */
const TIME_LABEL = 64;
const VALUE_LABEL = 44;

export function timeLayout(box: ChartBox, options: TimeLayoutOptions): TimeLayout {
  const { buckets, end, series, unit, isStacked, timeZone, write } = options;
  const layers = isStacked
    ? stackSeries(series.map(({ values }) => values))
    : series.map(({ values }) => values.map((value) => (value === null ? null : { from: 0, to: value })));
  const numbers = layers.flatMap((layer) => layer.map((value) => value?.to ?? 0));
  const values = valueTicks(numbers, unit, Math.max(1, Math.floor((box.height - LINE_HEIGHT) / VALUE_LABEL)));
  const frame = plotFrame(box, values.ticks.map(write), LINE_HEIGHT + 2);
  const start = buckets[0] ?? 0;
  const along = alongScale(frame, [start, end]);
  const scale = valueScale(frame, values);
  const edges = buckets.map((from, index) => {
    const ends = [along(from), along(buckets[index + 1] ?? end)];
    return [Math.min(...ends), Math.max(...ends)] as const;
  });
  const most = Math.max(1, Math.floor((frame.right - frame.left) / TIME_LABEL));
  return {
    frame,
    values,
    times: timeTicks(start, end, most, timeZone),
    y: (value) => scale(value),
    scale,
    x: (time) => along(time),
    middles: edges.map(([left, right]) => (left + right) / 2),
    edges,
    layers,
    isStacked,
  };
}

/** The bucket at some pixels from the left; -1 where there are none. */
export function bucketAt({ edges, frame }: TimeLayout, x: number): number {
  if (x < frame.left - 8 || x > frame.right + 8) return -1;
  let best = -1;
  let distance = Infinity;
  for (const [index, [left, right]] of edges.entries()) {
    const away = x < left ? left - x : x > right ? x - right : 0;
    if (away < distance) [best, distance] = [index, away];
  }
  return best;
}

/** The series whose value at a bucket is closest to some pixels from the top; of a stack, the one that lies there. */
export function seriesAt({ layers, y, isStacked }: TimeLayout, column: number, at: number): number {
  let best = 0;
  let distance = Infinity;
  for (const [row, layer] of layers.entries()) {
    const value = layer[column];
    if (!value) continue;
    const [top, bottom] = [y(value.to), y(value.from)].toSorted((a, b) => a - b) as [number, number];
    const away = isStacked && at >= top && at <= bottom ? 0 : Math.abs(at - y(value.to));
    if (away < distance) [best, distance] = [row, away];
  }
  return best;
}
