'use client';

import { useCallback, useMemo } from 'react';
import type { ChartUnit, CsvCell } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { lyingBars, standingBars } from './bar-layout.ts';
import type { BarLayout } from './bar-layout.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartProps } from './chart-frame.tsx';
import { patternFill } from './chart-patterns.tsx';
import { ChartPlot } from './chart-plot.tsx';
import { seriesLook } from './chart-series.ts';
import type { ChartTone } from './chart-series.ts';
import { TooltipFacts } from './tooltip-facts.tsx';
import type { ChartBox } from './use-chart-size.ts';
import { ValueAxis } from './value-axis.tsx';
import { writeValue } from './write-value.ts';

/** One bar. */
export interface ChartBar {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  /** Its name beside the axis, where there is less room. @defaultValue the label */
  readonly shortLabel?: string | undefined;
  readonly isRest?: boolean | undefined;
  readonly tone?: ChartTone | undefined;
  /** What it is about, for machines. @defaultValue the label */
  readonly raw?: readonly CsvCell[] | undefined;
}

export interface BarChartProps extends ChartProps {
  bars: readonly ChartBar[];
  unit: ChartUnit;
  /** Lying bars have room for long names. @defaultValue 'horizontal' */
  direction?: 'horizontal' | 'vertical' | undefined;
  /** What the bars are. */
  about: readonly string[];
  /** What their numbers are. @defaultValue the title */
  measure?: string | undefined;
  /** Bars touch: they are ranges of one thing. @defaultValue false */
  isDense?: boolean | undefined;
  onPick?: ((bar: ChartBar) => void) | undefined;
}

/** Numbers side by side, in the order given. Lying bars scroll where there are many. */
export function BarChart({
  bars,
  unit,
  direction = 'horizontal',
  about,
  measure,
  isDense = false,
  onPick,
  ...frame
}: BarChartProps) {
  const presentation = usePresentation();
  const isUpright = direction === 'horizontal';
  const write = useCallback(
    (value: number) => writeValue(value, unit, presentation, 'short'),
    [unit, presentation],
  );
  const numbers = useMemo(
    () => bars.map(({ value }) => writeValue(value, unit, presentation)),
    [bars, unit, presentation],
  );
  const layout = useCallback(
    (box: ChartBox) =>
      (isUpright ? lyingBars : standingBars)(box, {
        labels: bars.map(({ label, shortLabel }) => shortLabel ?? label),
        values: bars.map(({ value }) => value),
        numbers,
        unit,
        write,
        isDense,
      }),
    [isUpright, bars, numbers, unit, write, isDense],
  );
  const facts = useMemo(
    () => ({
      about,
      columns: [{ label: measure ?? frame.title, unit }],
      rows: bars.map(({ key, label, raw, value }) => ({ key, about: [label], raw, values: [value] })),
    }),
    [about, measure, frame.title, bars, unit],
  );
  // One thing has one look; good and bad have theirs.
  const looks = bars.map((bar) => seriesLook(bar, 0));

  return (
    <ChartFrame {...frame} kind={isDense ? 'histogram' : `${direction}-bars`} facts={facts}>
      <div
        className="oriel-chart-scroller"
        style={isUpright ? { ['--_least' as string]: `${bars.length * 22}px` } : undefined}
      >
        <ChartPlot<BarLayout>
          label={frame.title}
          columns={bars.length}
          rows={1}
          isUpright={isUpright}
          looks={looks}
          layout={layout}
          renderPlot={(drawn, point, patternId) => (
            <>
              {drawn.axis && (
                <ValueAxis
                  frame={drawn.frame}
                  scale={drawn.axis.scale}
                  ticks={drawn.axis.values.ticks}
                  write={write}
                />
              )}
              {drawn.bars.map((bar, index) => (
                <g
                  key={bars[index]?.key ?? index}
                  className="oriel-chart-series"
                  {...looks[index]}
                  data-active={index === point?.column ? '' : undefined}
                >
                  {index === point?.column && (
                    <rect
                      className="oriel-chart-lane"
                      x={bar.lane[0]}
                      width={bar.lane[1] - bar.lane[0]}
                      y={bar.lane[2]}
                      height={bar.lane[3] - bar.lane[2]}
                      rx="3"
                    />
                  )}
                  <rect
                    className="oriel-chart-bar"
                    x={bar.x}
                    y={bar.y}
                    width={bar.width}
                    height={bar.height}
                    rx={isUpright ? 2 : 0}
                    fill={patternFill(patternId, index)}
                  />
                  {bar.label && (
                    <text
                      className={isUpright ? 'oriel-chart-name' : 'oriel-chart-axis-label'}
                      x={bar.label.x}
                      y={bar.label.y}
                      dy={isUpright ? '0.35em' : undefined}
                      textAnchor={isUpright ? 'start' : 'middle'}
                    >
                      {bar.label.text}
                    </text>
                  )}
                  {isUpright && (
                    <text
                      className="oriel-chart-number"
                      x={bar.number.x}
                      y={bar.number.y}
                      dy="0.35em"
                      textAnchor={drawn.frame.isRtl ? 'end' : 'start'}
                      direction="ltr"
                    >
                      {numbers[index]}
                    </text>
                  )}
                </g>
              ))}
            </>
          )}
          locate={({ bars: placed }, { x, y }) => {
            const column = placed.findIndex(
              ({ lane: [left, right, top, bottom] }) => x >= left && x < right && y >= top && y < bottom,
            );
            return column < 0 ? null : { column, row: 0 };
          }}
          placeOf={({ bars: placed, frame: { isRtl } }, { column }) => {
            const bar = placed[column];
            if (!bar) return { x: 0, y: 0 };
            return isUpright
              ? { x: bar.x + (isRtl ? 0 : bar.width), y: bar.y + bar.height / 2 }
              : { x: bar.x + bar.width / 2, y: bar.y };
          }}
          describe={({ column }) => `${bars[column]?.label ?? ''}: ${numbers[column] ?? ''}`}
          renderTooltip={({ column }) => (
            <TooltipFacts
              title={bars[column]?.label ?? ''}
              facts={[{ key: 'value', label: measure ?? frame.title, value: numbers[column] ?? '' }]}
              note={onPick && !bars[column]?.isRest && presentation.messages.chart.pickHint}
            />
          )}
          onPick={
            onPick &&
            (({ column }) => {
              const bar = bars[column];
              if (bar) onPick(bar);
            })
          }
        />
      </div>
    </ChartFrame>
  );
}
