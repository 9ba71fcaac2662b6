import { scaleLinear } from '@visx/scale';
import type { ValueTicks } from '@oriel/core';
import { widestText } from './measure-text.ts';
import type { ChartBox } from './use-chart-size.ts';

/** The part of a chart inside of its axes, in pixels. */
export interface PlotFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly isRtl: boolean;
}

export const LINE_HEIGHT = 20;
const GAP = 8;

/**
 * Leaves room for labels at the inline start and below.
 *
 * @param labels - the labels beside the plot.
 * @param below - pixels for what stands below the plot.
 */
export function plotFrame(
  { width, height, isRtl }: ChartBox,
  labels: readonly string[],
  below: number,
): PlotFrame {
  const room = Math.min(width * 0.4, Math.ceil(widestText(labels)) + GAP);
  const [left, right] = isRtl ? [GAP, width - room] : [room, width - GAP];
  return {
    left,
    right: Math.max(left + 1, right),
    top: GAP,
    bottom: Math.max(GAP + 1, height - below),
    isRtl,
  };
}

/** From numbers to pixels. */
export type LinearScale = ReturnType<typeof scaleLinear<number>>;

/** From numbers to pixels up a chart. */
export function valueScale({ top, bottom }: PlotFrame, { ticks }: ValueTicks): LinearScale {
  return scaleLinear<number>({ domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1], range: [bottom, top] });
}

/** From numbers to pixels along a chart, in the direction of reading. */
export function alongScale(
  { left, right, isRtl }: PlotFrame,
  domain: readonly [number, number],
): LinearScale {
  return scaleLinear<number>({ domain: [...domain], range: isRtl ? [right, left] : [left, right] });
}
