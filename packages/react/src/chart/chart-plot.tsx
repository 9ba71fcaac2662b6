'use client';

import { useId, useMemo, useRef } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { ChartPatterns } from './chart-patterns.tsx';
import type { SeriesLook } from './chart-series.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { useChartPoint } from './use-chart-point.ts';
import type { ChartPoint } from './use-chart-point.ts';
import { useChartSize } from './use-chart-size.ts';
import type { ChartBox } from './use-chart-size.ts';

/** Pixels, from the left and the top edge. */
export interface PlotPlace {
  readonly x: number;
  readonly y: number;
}

export interface ChartPlotProps<Layout> {
  /** What is drawn, in words. */
  label: string;
  /** How many points there are along the chart, and how many at each. */
  columns: number;
  rows: number;
  /** What has a pattern: `draw` names them by their places. @defaultValue nothing */
  looks?: readonly SeriesLook[] | undefined;
  /** @defaultValue false: columns follow each other along the lines of text */
  isUpright?: boolean | undefined;
  /** Where everything is; computed again only when it or the size changes. Keep one function. */
  layout: (box: ChartBox) => Layout;
  renderPlot: (layout: Layout, point: ChartPoint | null, patternId: string) => ReactNode;
  /** The point at a place; `null` beside all of them. */
  locate: (layout: Layout, place: PlotPlace) => ChartPoint | null;
  /** The place of a point. */
  placeOf: (layout: Layout, point: ChartPoint) => PlotPlace;
  /** A point in words, for those who hear it. */
  describe: (point: ChartPoint) => string;
  renderTooltip: (point: ChartPoint) => ReactNode;
  onPick?: ((point: ChartPoint) => void) | undefined;
  /** Left and right edge of a column, where a stretch of columns can be chosen. */
  edgesOf?: ((layout: Layout, column: number) => readonly [number, number]) | undefined;
  onStretch?: ((first: number, last: number) => void) | undefined;
}

/** Shortest drag that is no click, in pixels. */
const DRAG = 4;
const NO_LOOKS: readonly SeriesLook[] = [];

/**
 * The drawing of a chart, and how people move in it: by pointer, or by keyboard as in a slider, whose value is the
 * point looked at. Dragging, or Shift with an arrow key, chooses a stretch of it.
 */
export function ChartPlot<Layout>({
  label,
  columns,
  rows,
  looks = NO_LOOKS,
  isUpright = false,
  layout: layOut,
  renderPlot,
  locate,
  placeOf,
  describe,
  renderTooltip,
  onPick,
  edgesOf,
  onStretch,
}: ChartPlotProps<Layout>) {
  const { box, element: plot, ref } = useChartSize();
  const patternId = useId();
  const layout = useMemo(() => (box && box.width > 0 ? layOut(box) : null), [box, layOut]);
  const isRtl = box?.isRtl ?? false;
  const cursor = useChartPoint({
    columns,
    rows,
    isUpright,
    isRtl,
    onPick,
    onStretch: edgesOf && onStretch,
  });
  const { point, stretch } = cursor;
  const drag = useRef<{ x: number; column: number } | null>(null);

  const pointAt = (event: PointerEvent): ChartPoint | null => {
    if (!layout) return null;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return locate(layout, { x: event.clientX - left, y: event.clientY - top });
  };

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const found = pointAt(event);
    if (event.button !== 0 || !found || !edgesOf || !onStretch) return;
    drag.current = { x: event.clientX, column: found.column };
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const found = pointAt(event);
    if (found?.column !== point?.column || found?.row !== point?.row) cursor.setPoint(found);
    const start = drag.current;
    if (!start || !found || (Math.abs(event.clientX - start.x) < DRAG && !stretch)) return;
    // From here on it is a drag, wherever the pointer goes.
    if (!stretch) event.currentTarget.setPointerCapture(event.pointerId);
    cursor.setStretch({ from: start.column, to: found.column });
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    const isDrag = stretch !== null && drag.current !== null;
    drag.current = null;
    if (isDrag) {
      cursor.endStretch(stretch);
      return;
    }
    const found = pointAt(event);
    if (found && event.button === 0) onPick?.(found);
  }

  const isEmpty = columns === 0 || rows === 0;
  return (
    <div
      ref={ref}
      className="oriel-chart-plot"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- An input cannot hold a drawing.
      role="slider"
      tabIndex={isEmpty ? -1 : 0}
      aria-label={label}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, columns - 1)}
      aria-valuenow={point?.column ?? 0}
      aria-valuetext={point ? describe(point) : label}
      data-pickable={onPick && point ? '' : undefined}
      data-brushing={stretch ? '' : undefined}
      onKeyDown={cursor.onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
        cursor.setStretch(null);
      }}
      onPointerLeave={() => {
        if (!drag.current) cursor.setPoint(null);
      }}
      onBlur={() => {
        cursor.setStretch(null);
        cursor.setPoint(null);
      }}
    >
      {box && layout && (
        <svg width={box.width} height={box.height} className="oriel-chart-svg" aria-hidden="true">
          <ChartPatterns id={patternId} looks={looks} />
          {renderPlot(layout, point, patternId)}
          {stretch && edgesOf && (
            <Brush edges={[stretch.from, stretch.to].map((at) => edgesOf(layout, at))} height={box.height} />
          )}
        </svg>
      )}
      {point && layout && plot && (
        <ChartTooltip plot={plot} at={placeOf(layout, point)}>
          {renderTooltip(point)}
        </ChartTooltip>
      )}
    </div>
  );
}

function Brush({ edges, height }: { edges: readonly (readonly [number, number])[]; height: number }) {
  const all = edges.flat();
  const left = Math.min(...all);
  return (
    <rect className="oriel-chart-brush" x={left} width={Math.max(...all) - left} y={0} height={height} />
  );
}
