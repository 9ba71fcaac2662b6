'use client';

import { useCallback, useMemo } from 'react';
import { scaleBand } from '@visx/scale';
import { timeTicks } from '@oriel/core';
import type { ChartUnit, EpochMs, TimeTick } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartProps } from './chart-frame.tsx';
import { ChartPlot } from './chart-plot.tsx';
import { fitText } from './measure-text.ts';
import { LINE_HEIGHT, alongScale, plotFrame } from './plot-frame.ts';
import type { PlotFrame } from './plot-frame.ts';
import { TimeAxis } from './time-axis.tsx';
import { TooltipFacts } from './tooltip-facts.tsx';
import type { ChartPoint } from './use-chart-point.ts';
import type { ChartBox } from './use-chart-size.ts';
import { writeValue } from './write-value.ts';

/** A column or a row. */
export interface HeatMapLane {
  readonly key: string;
  readonly label: string;
}

export interface HeatMapChartProps extends ChartProps {
  columns: readonly HeatMapLane[];
  /** From the top down. */
  rows: readonly HeatMapLane[];
  /** Row by row; `null` is nothing. */
  values: readonly (readonly (number | null)[])[];
  unit: ChartUnit;
  /** When each column begins and the last one ends, where columns are times: these get an axis of round moments. */
  times?: { readonly buckets: readonly EpochMs[]; readonly end: EpochMs } | undefined;
  /** What the rows and the columns are. */
  about: { readonly rows: string; readonly columns: string };
  /** Called with the stretch of time that somebody chose. */
  onTimeRange?: ((range: { from: EpochMs; to: EpochMs }) => void) | undefined;
  /** Called with the places of a cell that is clicked. */
  onPick?: ((point: ChartPoint) => void) | undefined;
}

interface Layout {
  readonly frame: PlotFrame;
  /** Pixels for the names of rows. */
  readonly room: number;
  readonly cells: readonly (readonly [number, number])[];
  readonly lanes: readonly (readonly [number, number])[];
  readonly ticks: readonly TimeTick[];
  readonly x: (time: EpochMs) => number;
}

/** A number for each pair of a column and a row: the more, the darker, on a scale of square roots; and written down where it fits. */
export function HeatMapChart({
  columns,
  rows,
  values,
  unit,
  times,
  about,
  onTimeRange,
  onPick,
  ...frame
}: HeatMapChartProps) {
  const presentation = usePresentation();
  const { format, messages } = presentation;
  const { timeZone } = format;
  const most = useMemo(
    () => values.reduce((max, row) => row.reduce<number>((top, value) => Math.max(top, value ?? 0), max), 0),
    [values],
  );
  const layout = useCallback(
    (box: ChartBox) => placeCells(box, { columns, rows, times, timeZone }),
    [columns, rows, times, timeZone],
  );
  const facts = useMemo(
    () => ({
      about: [about.rows],
      columns: columns.map(({ label }) => ({ label, unit })),
      rows: rows.map(({ key, label }, row) => ({ key, about: [label], values: values[row] ?? [] })),
    }),
    [about.rows, columns, rows, values, unit],
  );
  const valueOf = ({ column, row }: ChartPoint) =>
    writeValue(values[row]?.[column] ?? null, unit, presentation);

  return (
    <ChartFrame {...frame} kind="heat-map" facts={facts}>
      <ChartPlot<Layout>
        label={frame.title}
        columns={columns.length}
        rows={rows.length}
        layout={layout}
        renderPlot={(drawn, point) => (
          <>
            {drawn.lanes.map(([top, height], row) => (
              <g key={rows[row]?.key ?? row}>
                <text
                  className="oriel-chart-axis-label"
                  x={drawn.frame.isRtl ? drawn.frame.right + 8 : drawn.frame.left - 8}
                  y={top + height / 2}
                  dy="0.35em"
                  textAnchor="end"
                >
                  {row % Math.max(1, Math.ceil(13 / height)) === 0 &&
                    fitText(rows[row]?.label ?? '', drawn.room)}
                </text>
                {drawn.cells.map(([left, width], column) => {
                  const value = values[row]?.[column] ?? null;
                  if (value === null) return null;
                  const heat = most > 0 ? Math.sqrt(Math.max(0, value) / most) : 0;
                  const text = writeValue(value, unit, presentation, 'short');
                  return (
                    <g key={columns[column]?.key ?? column} data-hot={heat > 0.55 ? '' : undefined}>
                      <rect
                        className="oriel-chart-cell"
                        x={left}
                        y={top}
                        width={Math.max(1, width)}
                        height={Math.max(1, height)}
                        fillOpacity={0.12 + 0.88 * heat}
                        data-active={point?.column === column && point.row === row ? '' : undefined}
                      />
                      {height >= 16 && width > text.length * 7 + 6 && (
                        <text
                          className="oriel-chart-cell-number"
                          x={left + width / 2}
                          y={top + height / 2}
                          dy="0.35em"
                          textAnchor="middle"
                        >
                          {text}
                        </text>
                      )}
                    </g>
                  );
                })}
              </g>
            ))}
            {times ? (
              <TimeAxis frame={drawn.frame} ticks={drawn.ticks} place={drawn.x} />
            ) : (
              drawn.cells.map(([left, width], column) => (
                <text
                  key={columns[column]?.key ?? column}
                  className="oriel-chart-axis-label"
                  x={left + width / 2}
                  y={drawn.frame.bottom + LINE_HEIGHT - 5}
                  textAnchor="middle"
                >
                  {width > 26 && fitText(columns[column]?.label ?? '', width - 4)}
                </text>
              ))
            )}
            {point && (
              <rect
                className="oriel-chart-cell-cursor"
                x={drawn.cells[point.column]?.[0]}
                width={drawn.cells[point.column]?.[1]}
                y={drawn.lanes[point.row]?.[0]}
                height={drawn.lanes[point.row]?.[1]}
              />
            )}
          </>
        )}
        locate={(drawn, { x, y }) => {
          const column = drawn.cells.findIndex(([left, width]) => x >= left && x < left + width + 1);
          const row = drawn.lanes.findIndex(([top, height]) => y >= top && y < top + height + 1);
          return column < 0 || row < 0 ? null : { column, row };
        }}
        placeOf={(drawn, { column, row }) => ({
          x: (drawn.cells[column]?.[0] ?? 0) + (drawn.cells[column]?.[1] ?? 0) / 2,
          y: (drawn.lanes[row]?.[0] ?? 0) + (drawn.lanes[row]?.[1] ?? 0) / 2,
        })}
        describe={(point) =>
          messages.chart.point(
            columns[point.column]?.label ?? '',
            rows[point.row]?.label ?? '',
            valueOf(point),
          )
        }
        renderTooltip={(point) => (
          <TooltipFacts
            title={columns[point.column]?.label ?? ''}
            facts={[{ key: 'value', label: rows[point.row]?.label ?? '', value: valueOf(point) }]}
          />
        )}
        onPick={onPick}
        edgesOf={
          times &&
          ((drawn, column) => {
            const [left, width] = drawn.cells[column] ?? [0, 0];
            return [left, left + width];
          })
        }
        onStretch={
          times &&
          onTimeRange &&
          ((first, last) =>
            onTimeRange({
              from: times.buckets[first] ?? 0,
              to: times.buckets[last + 1] ?? times.end,
            }))
        }
      />
    </ChartFrame>
  );
}

function placeCells(
  box: ChartBox,
  {
    columns,
    rows,
    times,
    timeZone,
  }: Pick<HeatMapChartProps, 'columns' | 'rows' | 'times'> & { timeZone: string },
): Layout {
  const frame = plotFrame(
    box,
    rows.map(({ label }) => label),
    LINE_HEIGHT + 2,
  );
  const { left, right, top, bottom, isRtl } = frame;
  const range: [number, number] = isRtl ? [right, left] : [left, right];
  const across = scaleBand<number>({ domain: columns.map((_, index) => index), range });
  const down = scaleBand<number>({ domain: rows.map((_, index) => index), range: [top, bottom] });
  const gap = (length: number) => (length > 6 ? 1 : 0);
  const span = [times?.buckets[0] ?? 0, times?.end ?? 1] as const;
  const along = alongScale(frame, span);
  const cells = columns.map((_, index): readonly [number, number] => {
    if (!times) return [across(index) ?? 0, across.bandwidth() - gap(across.bandwidth())];
    const ends = [along(times.buckets[index] ?? 0), along(times.buckets[index + 1] ?? times.end)];
    const width = Math.abs((ends[1] ?? 0) - (ends[0] ?? 0));
    return [Math.min(...ends), width - gap(width)];
  });
  return {
    frame,
    room: (isRtl ? box.width - right : left) - 6,
    cells,
    lanes: rows.map((_, index) => [down(index) ?? 0, down.bandwidth() - gap(down.bandwidth())]),
    ticks: times ? timeTicks(span[0], span[1], Math.max(1, Math.floor((right - left) / 64)), timeZone) : [],
    x: (time) => along(time),
  };
}
