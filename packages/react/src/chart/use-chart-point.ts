'use client';

import { useState } from 'react';
import type { KeyboardEvent } from 'react';

/** Where somebody looks: which point along a chart, and which of the series there. */
export interface ChartPoint {
  readonly column: number;
  readonly row: number;
}

export interface UseChartPointOptions {
  readonly columns: number;
  readonly rows: number;
  /** Columns follow each other from the top down, as horizontal bars do. */
  readonly isUpright: boolean;
  readonly isRtl: boolean;
  readonly onPick: ((point: ChartPoint) => void) | undefined;
  /** Called with the first and the last column of a stretch. Without it there are no stretches. */
  readonly onStretch: ((first: number, last: number) => void) | undefined;
}

/** From one column to another, in the order they were touched. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Which point is looked at, and how arrow keys, Enter and Escape change it. */
export function useChartPoint(options: UseChartPointOptions) {
  const { columns, rows, onPick, onStretch } = options;
  const [wanted, setPoint] = useState<ChartPoint | null>(null);
  const [stretch, setStretch] = useState<Stretch | null>(null);
  // Data may have become shorter since.
  const point = wanted && clamp(wanted, columns, rows);

  function endStretch(ended: Stretch | null) {
    setStretch(null);
    if (ended) onStretch?.(Math.min(ended.from, ended.to), Math.max(ended.from, ended.to));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || columns === 0 || rows === 0) return;
    if (event.key === 'Escape') {
      if (!point && !stretch) return;
      setStretch(null);
      setPoint(null);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (stretch) endStretch(stretch);
      else if (point && onPick) onPick(point);
      else return;
    } else {
      const next = stepPoint(event.key, point, options);
      if (!next) return;
      if (event.shiftKey && onStretch && next.column !== point?.column) {
        setStretch({ from: stretch?.from ?? point?.column ?? next.column, to: next.column });
      } else {
        setStretch(null);
      }
      setPoint(next);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return { point, setPoint, stretch, setStretch, endStretch, onKeyDown };
}

function clamp({ column, row }: ChartPoint, columns: number, rows: number): ChartPoint | null {
  if (columns === 0 || rows === 0) return null;
  return { column: Math.min(column, columns - 1), row: Math.min(row, rows - 1) };
}

function stepPoint(
  key: string,
  point: ChartPoint | null,
  { columns, rows, isUpright, isRtl }: UseChartPointOptions,
): ChartPoint | null {
  const step = STEPS[key];
  if (!step) return null;
  if (!point) return { column: step.along === 'end' ? columns - 1 : 0, row: 0 };
  const within = (place: number, count: number) => Math.max(0, Math.min(count - 1, place));
  if (step.along === 'start') return { ...point, column: 0 };
  if (step.along === 'end') return { ...point, column: columns - 1 };
  if (step.along === 'page') {
    return { ...point, column: within(point.column + step.by * Math.ceil(columns / 10), columns) };
  }
  const by = step.along === 'inline' && isRtl ? -step.by : step.by;
  const isAlongColumns = (step.along === 'block') === isUpright;
  return isAlongColumns
    ? { ...point, column: within(point.column + by, columns) }
    : { ...point, row: within(point.row + by, rows) };
}

const STEPS: Readonly<
  Record<string, { along: 'inline' | 'block' | 'page' | 'start' | 'end'; by: number } | undefined>
> = {
  ArrowRight: { along: 'inline', by: 1 },
  ArrowLeft: { along: 'inline', by: -1 },
  ArrowDown: { along: 'block', by: 1 },
  ArrowUp: { along: 'block', by: -1 },
  PageDown: { along: 'page', by: 1 },
  PageUp: { along: 'page', by: -1 },
  Home: { along: 'start', by: 0 },
  End: { along: 'end', by: 0 },
};
