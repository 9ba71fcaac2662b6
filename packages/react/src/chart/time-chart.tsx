'use client';

import { useCallback, useMemo, useState } from 'react';
import type { ChartUnit, EpochMs } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartProps } from './chart-frame.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ChartPlot } from './chart-plot.tsx';
import { seriesLook } from './chart-series.ts';
import type { ChartSeries } from './chart-series.ts';
import { TimeAxis } from './time-axis.tsx';
import { bucketAt, seriesAt, timeLayout } from './time-layout.ts';
import { TimeMarks } from './time-marks.tsx';
import type { TimeMark } from './time-marks.tsx';
import { TooltipFacts } from './tooltip-facts.tsx';
import type { ChartPoint } from './use-chart-point.ts';
import type { ChartBox } from './use-chart-size.ts';
import { ValueAxis } from './value-axis.tsx';
import { writeValue } from './write-value.ts';

export interface TimeChartProps extends ChartProps {
  /** @defaultValue 'line' */
  mark?: TimeMark | undefined;
  /** When each time bucket begins, upwards. */
  buckets: readonly EpochMs[];
  /** When the last bucket ends. */
  end: EpochMs;
  series: readonly ChartSeries[];
  unit: ChartUnit;
  /** Series add up, and are drawn on top of each other. Latencies do not. @defaultValue false */
  isStacked?: boolean | undefined;
  /** Called with the stretch that somebody chose by dragging or by keyboard. @defaultValue nothing can be chosen */
  onTimeRange?: ((range: { from: EpochMs; to: EpochMs }) => void) | undefined;
  /** Called when a point of a series is clicked, or Enter pressed on it. */
  onPick?: ((series: ChartSeries, bucket: EpochMs) => void) | undefined;
}

/** Most lines of a tooltip. */
const MOST_FACTS = 10;

/**
 * Numbers over time as lines, areas or bars, in the provider's time zone. Gaps stay gaps.
 *
 * @example
 * <TimeChart title="Cost" unit="cost" mark="bars" buckets={buckets} end={end} series={series} isStacked />
 */
export function TimeChart({
  mark = 'line',
  buckets,
  end,
  series: all,
  unit,
  isStacked = false,
  onTimeRange,
  onPick,
  ...frame
}: TimeChartProps) {
  const presentation = usePresentation();
  const { format, messages } = presentation;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const places = useMemo(() => new Map(all.map(({ key }, place) => [key, place])), [all]);
  const series = useMemo(() => all.filter(({ key }) => !hidden.has(key)), [all, hidden]);
  const write = useCallback(
    (value: number) => writeValue(value, unit, presentation, 'short'),
    [unit, presentation],
  );
  const { timeZone } = format;
  const layout = useCallback(
    (box: ChartBox) => timeLayout(box, { buckets, end, series, unit, isStacked, timeZone, write }),
    [buckets, end, series, unit, isStacked, timeZone, write],
  );

  const endOf = (column: number) => buckets[column + 1] ?? end;
  const periodOf = (column: number) => format.period(buckets[column] ?? 0, endOf(column));
  const valueOf = ({ column, row }: ChartPoint) => series[row]?.values[column] ?? null;
  const lookOf = (one: ChartSeries) => seriesLook(one, places.get(one.key) ?? 0);

  const facts = useMemo(
    () => ({
      about: [messages.chart.period],
      columns: all.map(({ label }) => ({ label, unit })),
      rows: buckets.map((from, column) => ({
        key: String(from),
        about: [format.period(from, buckets[column + 1] ?? end)],
        raw: [new Date(from).toISOString()],
        values: all.map(({ values }) => values[column] ?? null),
      })),
    }),
    [all, buckets, end, unit, format, messages],
  );

  return (
    <ChartFrame
      {...frame}
      kind={mark}
      facts={facts}
      legend={
        all.length > 1 && (
          <ChartLegend
            series={all}
            hidden={hidden}
            areLines={mark === 'line'}
            onToggle={(key) => setHidden(toggled(hidden, key))}
          />
        )
      }
    >
      <ChartPlot
        label={frame.title}
        columns={buckets.length}
        rows={series.length}
        looks={series.map(lookOf)}
        layout={layout}
        renderPlot={(drawn, point, patternId) => (
          <>
            <ValueAxis frame={drawn.frame} scale={drawn.scale} ticks={drawn.values.ticks} write={write} />
            <TimeAxis frame={drawn.frame} ticks={drawn.times} place={drawn.x} />
            {point && <Crosshair x={drawn.middles[point.column] ?? 0} {...drawn.frame} />}
            <TimeMarks
              mark={mark}
              layout={drawn}
              series={series}
              lookOf={lookOf}
              isStacked={isStacked}
              point={point}
              patternId={patternId}
            />
          </>
        )}
        locate={(drawn, { x, y }) => {
          const column = bucketAt(drawn, x);
          return column < 0 ? null : { column, row: seriesAt(drawn, column, y) };
        }}
        placeOf={(drawn, { column, row }) => ({
          x: drawn.middles[column] ?? 0,
          y: drawn.y(drawn.layers[row]?.[column]?.to ?? 0),
        })}
        describe={(point) =>
          messages.chart.point(
            periodOf(point.column),
            series[point.row]?.label ?? '',
            writeValue(valueOf(point), unit, presentation),
          )
        }
        renderTooltip={(point) => (
          <TooltipFacts
            title={periodOf(point.column)}
            facts={tooltipFacts(series, point, isStacked).map((row) => {
              const one = series[row] as ChartSeries;
              return {
                key: one.key,
                label: one.label,
                value: writeValue(one.values[point.column] ?? null, unit, presentation),
                look: lookOf(one),
                isActive: series.length > 1 && row === point.row,
              };
            })}
            note={
              series.length > MOST_FACTS &&
              messages.chart.hiddenFacts(format.count(series.length - MOST_FACTS))
            }
          />
        )}
        onPick={
          onPick &&
          (({ column, row }) => {
            const one = series[row];
            const bucket = buckets[column];
            if (one && bucket !== undefined) onPick(one, bucket);
          })
        }
        edgesOf={(drawn, column) => drawn.edges[column] ?? [0, 0]}
        onStretch={
          onTimeRange && ((first, last) => onTimeRange({ from: buckets[first] ?? 0, to: endOf(last) }))
        }
      />
    </ChartFrame>
  );
}

function Crosshair({ x, top, bottom }: { x: number; top: number; bottom: number }) {
  return <line className="oriel-chart-crosshair" x1={x} x2={x} y1={top} y2={bottom} />;
}

/** Rows in the order of a tooltip: as they lie on top of each other, or the largest first; the one looked at among them. */
function tooltipFacts(
  series: readonly ChartSeries[],
  { column, row }: ChartPoint,
  isStacked: boolean,
): number[] {
  const rows = series.map((_, place) => place);
  const value = (place: number) => series[place]?.values[column] ?? -Infinity;
  const sorted = isStacked ? rows.toReversed() : rows.toSorted((a, b) => value(b) - value(a));
  const shown = sorted.slice(0, MOST_FACTS);
  return shown.includes(row) ? shown : [...shown.slice(0, -1), row];
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
