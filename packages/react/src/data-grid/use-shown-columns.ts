'use client';

import { useMemo } from 'react';
import type { DataGridColumn } from './data-grid-column.ts';

export type GridPin = 'start' | 'end' | null;

/** A column that is shown, in its place. */
export interface ShownColumn<Row> {
  readonly column: DataGridColumn<Row>;
  readonly pin: GridPin;
  /** It is the pinned one beside those that scroll. */
  readonly isEdge: boolean;
  /** Style of its cells: how far a pinned one stays from its edge. */
  readonly style: Readonly<Record<string, string>> | undefined;
}

/**
 * The columns to draw. Widths are variables of the grid, not in here, so that a column that is dragged wider draws no
 * row again.
 *
 * @param arrangement - ids of the columns pinned to the start, of those that scroll, and of those pinned to the end, as
 * JSON: the same text is the same list.
 */
export function useShownColumns<Row>(
  arrangement: string,
  columns: readonly DataGridColumn<Row>[],
): readonly ShownColumn<Row>[] {
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    return (JSON.parse(arrangement) as string[][]).flatMap((ids, part) => {
      const pin = part === 0 ? 'start' : part === 2 ? 'end' : null;
      return ids.flatMap((id, place) => {
        const column = byId.get(id);
        return column ? [placed(column, pin, place, ids.length)] : [];
      });
    });
  }, [arrangement, columns]);
}

function placed<Row>(
  column: DataGridColumn<Row>,
  pin: GridPin,
  place: number,
  count: number,
): ShownColumn<Row> {
  if (pin === null) return { column, pin, isEdge: false, style: undefined };
  const side = pin === 'start' ? 'insetInlineStart' : 'insetInlineEnd';
  return {
    column,
    pin,
    isEdge: place === (pin === 'start' ? count - 1 : 0),
    style: { [side]: `var(--_pin-${pin}-${place})` },
  };
}
