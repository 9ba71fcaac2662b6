'use client';

import { useMemo } from 'react';
import type { ChartUnit, HistogramBar } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { BarChart } from './bar-chart.tsx';
import type { ChartProps } from './chart-frame.tsx';
import { writeValue } from './write-value.ts';

export interface HistogramChartProps extends ChartProps {
  bars: readonly HistogramBar[];
  /** Of the ranges. */
  unit: ChartUnit;
  /** Called with the range of a bar that is clicked. */
  onPick?: ((bar: HistogramBar) => void) | undefined;
}

/** How many values lie in each range. */
export function HistogramChart({ bars, unit, onPick, ...frame }: HistogramChartProps) {
  const presentation = usePresentation();
  const { messages } = presentation;
  const drawn = useMemo(
    () =>
      bars.map(({ from, to, count }, index) => ({
        key: String(index),
        label:
          from === to
            ? writeValue(from, unit, presentation)
            : messages.chart.between(
                writeValue(from, unit, presentation),
                writeValue(to, unit, presentation),
              ),
        shortLabel: writeValue(from, unit, presentation),
        raw: [from, to],
        value: count,
      })),
    [bars, unit, presentation, messages],
  );
  const about = useMemo(() => [messages.chart.range], [messages]);
  return (
    <BarChart
      {...frame}
      bars={drawn}
      unit="count"
      direction="vertical"
      isDense
      about={about}
      measure={messages.chart.count}
      onPick={
        onPick &&
        (({ key }) => {
          const bar = bars[Number(key)];
          if (bar) onPick(bar);
        })
      }
    />
  );
}
