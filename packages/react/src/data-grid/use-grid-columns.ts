'use client';

import { useMemo } from 'react';
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { moveColumn, orderColumns, placeColumn } from '@oriel/core';
import { useShownColumns } from './use-shown-columns.ts';
import type { GridPin } from './use-shown-columns.ts';
import { DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH } from './data-grid-column.ts';
import type { DataGridColumn, DataGridState } from './data-grid-column.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
/** Rows are windowed and ordered by the store: the library arranges columns. */
const NO_ROWS: Record<string, never>[] = [];

export interface LiveWidth {
  readonly id: string;
  readonly width: number;
}

/** The columns of a grid as the reader arranged them, and what arranges them. */
export function useGridColumns<Row>(
  columns: readonly DataGridColumn<Row>[],
  state: DataGridState,
  setState: (state: DataGridState) => void,
  { live, leading }: { live: LiveWidth | null; leading: number },
) {
  const { order, shown, widths, pins } = state;
  const slices = useMemo(() => {
    const ids = orderColumns(
      columns.map(({ id }) => id),
      order ?? [],
    );
    const byId = new Map(columns.map((column) => [column.id, column]));
    const pinOf = (id: string) => (pins && Object.hasOwn(pins, id) ? pins[id] : byId.get(id)?.pin) ?? null;
    return {
      columnOrder: [...ids],
      columnVisibility: Object.fromEntries(
        columns.map(({ id, isShown = true }) => [id, shown?.[id] ?? isShown]),
      ),
      columnPinning: {
        start: ids.filter((id) => pinOf(id) === 'start'),
        end: ids.filter((id) => pinOf(id) === 'end'),
      },
    };
  }, [columns, order, shown, pins]);
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, width = DEFAULT_WIDTH }) => ({
        id,
        header,
        size: width,
        minSize: MIN_WIDTH,
        maxSize: MAX_WIDTH,
      })),
    [columns],
  );
  const columnSizing = useMemo(
    () => ({ ...widths, ...(live ? { [live.id]: live.width } : {}) }),
    [widths, live],
  );
  // oxlint-disable-next-line react/incompatible-library -- the package is not compiled by the React compiler
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    state: { ...slices, columnSizing },
  });

  const start = table.getStartVisibleLeafColumns();
  const middle = table.getCenterVisibleLeafColumns();
  const end = table.getEndVisibleLeafColumns();
  const arranged = [...start, ...middle, ...end];
  const arrangement = JSON.stringify([start, middle, end].map((part) => part.map(({ id }) => id)));

  const shownColumns = useShownColumns(arrangement, columns);

  const sizes: Record<string, string> = {};
  let fromStart = leading;
  for (const [place, column] of start.entries()) {
    sizes[`--_pin-start-${place}`] = `${fromStart}px`;
    fromStart += column.getSize();
  }
  let fromEnd = 0;
  for (let place = end.length - 1; place >= 0; place -= 1) {
    sizes[`--_pin-end-${place}`] = `${fromEnd}px`;
    fromEnd += end[place]?.getSize() ?? 0;
  }
  const growOf = (id: string) =>
    columnSizing[id] === undefined ? (columns.find((column) => column.id === id)?.grow ?? 0) : 0;
  const hasGrowing = middle.some(({ id }) => growOf(id) > 0);
  const tracks = arranged.map((column) => {
    const width = column.getSize();
    const isMiddle = middle.includes(column);
    const grow = !isMiddle ? 0 : hasGrowing ? growOf(column.id) : column === middle.at(-1) ? 1 : 0;
    return grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`;
  });
  sizes['--_grid-columns'] = [...(leading > 0 ? [`${leading}px`] : []), ...tracks].join(' ');
  sizes['--_grid-width'] = `${arranged.reduce((sum, column) => sum + column.getSize(), leading)}px`;

  sizes['--_grid-start'] = `${fromStart}px`;
  sizes['--_grid-end'] = `${fromEnd}px`;

  const pinOf = (id: string): GridPin =>
    slices.columnPinning.start.includes(id) ? 'start' : slices.columnPinning.end.includes(id) ? 'end' : null;

  return {
    shownColumns,
    /** Every column, hidden ones among them, in order: the pinned ones first and last, as they stand. */
    allIds: [
      ...slices.columnPinning.start,
      ...slices.columnOrder.filter((id) => pinOf(id) === null),
      ...slices.columnPinning.end,
    ],
    /** Variables of the grid's element. */
    sizes,
    isShown: (id: string) => slices.columnVisibility[id] ?? false,
    pinOf,
    widthOf: (id: string) => columnSizing[id] ?? table.getColumn(id)?.getSize() ?? DEFAULT_WIDTH,
    show: (id: string, isShown: boolean) => setState({ ...state, shown: { ...shown, [id]: isShown } }),
    pin: (id: string, pin: GridPin) => setState({ ...state, pins: { ...pins, [id]: pin } }),
    resize: (id: string, width: number) =>
      setState({ ...state, widths: { ...widths, [id]: clampWidth(width) } }),
    /** Moves a column by one place among those in its part. Hidden ones count in the menu, not in the table. */
    move: (id: string, by: 1 | -1, overHidden = false) => {
      const isNeighbour = (other: string) =>
        pinOf(other) === pinOf(id) && (!overHidden || (slices.columnVisibility[other] ?? false));
      const next = moveColumn(slices.columnOrder, id, by, isNeighbour);
      if (next !== slices.columnOrder) setState({ ...state, order: next });
    },
    place: (id: string, target: string, isAfter: boolean) => {
      const pin = pinOf(target);
      setState({
        ...state,
        order: placeColumn(slices.columnOrder, id, target, isAfter),
        ...(pin === pinOf(id) ? {} : { pins: { ...pins, [id]: pin } }),
      });
    },
  };
}

export type GridColumns<Row> = ReturnType<typeof useGridColumns<Row>>;

export function clampWidth(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}
