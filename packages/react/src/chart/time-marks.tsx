import { Area, LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import { patternFill } from './chart-patterns.tsx';
import type { ChartSeries, SeriesLook } from './chart-series.ts';
import { PointMarker } from './point-marker.tsx';
import type { TimeLayout } from './time-layout.ts';
import type { ChartPoint } from './use-chart-point.ts';

/** How numbers over time are drawn. */
export type TimeMark = 'line' | 'area' | 'bars';

interface TimeMarksProps {
  mark: TimeMark;
  layout: TimeLayout;
  series: readonly ChartSeries[];
  lookOf: (series: ChartSeries) => SeriesLook;
  isStacked: boolean;
  point: ChartPoint | null;
  patternId: string;
}

/** Fewer points than this each have a marker; of more, some. */
const MARKED = 14;

/** Lines, areas or bars of all series. */
export function TimeMarks({ mark, layout, series, lookOf, isStacked, point, patternId }: TimeMarksProps) {
  const draw = mark === 'bars' ? bars : mark === 'area' ? area : line;
  return series.map((one, row) => {
    const look = lookOf(one);
    const isActive = point?.row === row;
    return (
      <g
        key={one.key}
        className="oriel-chart-series"
        {...look}
        data-active={isActive ? '' : undefined}
        data-dimmed={point && series.length > 1 && !isActive && mark === 'line' ? '' : undefined}
      >
        {draw({
          layout,
          row,
          look,
          isStacked,
          count: series.length,
          column: point?.column ?? null,
          patternId,
        })}
      </g>
    );
  });
}

interface Drawing {
  layout: TimeLayout;
  row: number;
  look: SeriesLook;
  isStacked: boolean;
  count: number;
  column: number | null;
  patternId: string;
}

function line({ layout, row, look, column }: Drawing, hasMarkers = true): ReactNode {
  const { middles, layers, y } = layout;
  const layer = layers[row] ?? [];
  const places = layer.map((_, place) => place);
  const every = Math.max(1, Math.ceil(places.length / MARKED));
  return (
    <>
      <LinePath
        data={places}
        x={(place) => middles[place] ?? 0}
        y={(place) => y(layer[place]?.to ?? 0)}
        defined={(place) => layer[place] != null}
        className="oriel-chart-line"
      />
      {places
        .filter((place) => {
          if (layer[place] == null) return false;
          // A point between two gaps has no line that would show it.
          const isAlone = layer[place - 1] == null && layer[place + 1] == null;
          return isAlone || place === column || (hasMarkers && (place + row * 2) % every === 0);
        })
        .map((place) => (
          <PointMarker
            key={place}
            look={look['data-look']}
            x={middles[place] ?? 0}
            y={y(layer[place]?.to ?? 0)}
            isActive={place === column}
          />
        ))}
    </>
  );
}

function area(drawing: Drawing): ReactNode {
  const { layout, row, isStacked, patternId } = drawing;
  const { middles, layers, y } = layout;
  const layer = layers[row] ?? [];
  const places = layer.map((_, place) => place);
  return (
    <>
      <Area
        data={places}
        x={(place) => middles[place] ?? 0}
        y0={(place) => y(layer[place]?.from ?? 0)}
        y1={(place) => y(layer[place]?.to ?? 0)}
        defined={(place) => layer[place] != null}
        fill={patternFill(patternId, row)}
        className="oriel-chart-area"
        opacity={isStacked && layers.length > 1 ? 0.85 : 0.25}
      />
      {line(drawing, false)}
    </>
  );
}

/** Room between neighbouring bars, as a share of a bucket. */
const ROOM = 0.2;

function bars({ layout, row, isStacked, count, column, patternId }: Drawing): ReactNode {
  const { edges, layers, y, frame } = layout;
  return (layers[row] ?? []).map((value, place) => {
    const [left, right] = edges[place] ?? [0, 0];
    if (!value || value.from === value.to) return null;
    const room = Math.min(6, (right - left) * ROOM);
    const whole = Math.max(1, right - left - room);
    // Side by side where they do not add up.
    const width = isStacked ? whole : whole / count;
    const side = frame.isRtl ? count - 1 - row : row;
    const x = left + room / 2 + (isStacked ? 0 : side * width);
    const [top, bottom] = [y(value.from), y(value.to)].toSorted((a, b) => a - b) as [number, number];
    return (
      <rect
        key={place}
        x={x}
        width={Math.max(1, width - (isStacked ? 0 : 1))}
        y={top}
        // What is there is seen, however little it is.
        height={Math.max(1, bottom - top - (isStacked && row > 0 ? 1 : 0))}
        className="oriel-chart-bar"
        fill={patternFill(patternId, row)}
        data-active={place === column ? '' : undefined}
      />
    );
  });
}
