import { scaleBand, scaleLinear } from '@visx/scale';
import { valueTicks } from '@oriel/core';
import type { ChartUnit, ValueTicks } from '@oriel/core';
import { fitText, NAME_FONT, widestText } from './measure-text.ts';
import { LINE_HEIGHT, plotFrame, valueScale } from './plot-frame.ts';
import type { LinearScale, PlotFrame } from './plot-frame.ts';
import type { ChartBox } from './use-chart-size.ts';

/** A bar on its way to be drawn. */
export interface PlacedBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Its name, as much as fits, and where it stands; `null` where it does not fit at all. */
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | null;
  /** The number at its end: where it begins, in the direction of reading. */
  readonly number: { readonly x: number; readonly y: number };
  /** Left, right, top and bottom of all that belongs to it. */
  readonly lane: readonly [number, number, number, number];
}

export interface BarLayout {
  readonly frame: PlotFrame;
  readonly bars: readonly PlacedBar[];
  /** Of standing bars. */
  readonly axis: { readonly values: ValueTicks; readonly scale: LinearScale } | null;
}

export interface BarLayoutOptions {
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  /** The values written down, which stand at the ends of lying bars. */
  readonly numbers: readonly string[];
  readonly unit: ChartUnit;
  readonly write: (value: number) => string;
  /** Bars touch, as in a histogram. */
  readonly isDense: boolean;
}

/**
 * Lying bars: names in a column of their own, numbers at the ends.
 *
 *     support chat  ████████████████  812
 *     refund        ██████  301
 */
export function lyingBars(box: ChartBox, { labels, values, numbers }: BarLayoutOptions): BarLayout {
  const { width, height, isRtl } = box;
  const room = Math.min(Math.ceil(widestText(labels, NAME_FONT)) + 12, width * 0.42);
  const end = Math.min(Math.ceil(widestText(numbers)) + 10, width * 0.3);
  const low = Math.min(0, ...values.map((value) => value ?? 0));
  const high = Math.max(0, ...values.map((value) => value ?? 0));
  const range = [0, Math.max(1, width - room - end)];
  const along = scaleLinear<number>({ domain: low === high ? [0, 1] : [low, high], range });
  const most = Math.max(18, height / Math.max(1, labels.length));
  const lane = Math.min(34, most);
  const thickness = Math.max(6, Math.min(18, lane - 8));
  const bars = values.map((value, index): PlacedBar => {
    const [from, to] = [along(Math.min(0, value ?? 0)), along(Math.max(0, value ?? 0))];
    const top = index * lane;
    const length = value === null ? 0 : Math.max(1.5, to - from);
    const start = room + from;
    const place = (x: number) => (isRtl ? width - x : x);
    return {
      x: isRtl ? width - start - length : start,
      y: top + (lane - thickness) / 2,
      width: length,
      height: thickness,
      label: { text: fitText(labels[index] ?? '', room - 10, NAME_FONT), x: place(0), y: top + lane / 2 },
      number: { x: place(start + length + 6), y: top + lane / 2 },
      lane: [0, width, top, top + lane],
    };
  });
  return { frame: { left: 0, right: width, top: 0, bottom: height, isRtl }, bars, axis: null };
}

/** Standing bars over an axis, each with its name below where it fits. */
export function standingBars(box: ChartBox, options: BarLayoutOptions): BarLayout {
  const { labels, values, unit, write, isDense } = options;
  const ticks = valueTicks(
    values.map((value) => value ?? 0),
    unit,
    Math.max(1, Math.floor((box.height - LINE_HEIGHT) / 44)),
  );
  const frame = plotFrame(box, ticks.ticks.map(write), LINE_HEIGHT + 2);
  const scale = valueScale(frame, ticks);
  const { left, right, bottom, isRtl } = frame;
  const across = scaleBand<number>({
    domain: labels.map((_, index) => index),
    range: isRtl ? [right, left] : [left, right],
    paddingInner: isDense ? 0.04 : 0.25,
    paddingOuter: isDense ? 0 : 0.12,
  });
  const step = across.step();
  const widest = widestText(labels) + 10;
  // Every name, else every second, every third, …: names that are cut to two letters tell nothing.
  const every = isDense
    ? Math.max(1, Math.ceil(widest / step))
    : Math.max(1, Math.ceil(Math.min(widest, 56) / step));
  const bars = values.map((value, index): PlacedBar => {
    const x = across(index) ?? left;
    const width = across.bandwidth();
    const [top, base] = [scale(Math.max(0, value ?? 0)), scale(Math.min(0, value ?? 0))];
    const middle = x + width / 2;
    const text = fitText(labels[index] ?? '', step * every - 6);
    return {
      x,
      y: top,
      width: Math.max(1, width),
      height: value === null ? 0 : Math.max(value === 0 ? 0 : 1, base - top),
      // The name of a range stands where it begins.
      label:
        index % every === 0
          ? { text, x: isDense ? (isRtl ? x + width : x) : middle, y: bottom + LINE_HEIGHT - 5 }
          : null,
      number: { x: middle, y: top - 4 },
      lane: [middle - step / 2, middle + step / 2, 0, box.height],
    };
  });
  return { frame, bars, axis: { values: ticks, scale } };
}
