'use client';

import { useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Order } from '@oriel/core';
import { useControlled } from '../state/use-controlled.ts';
import type { DataGridColumn, DataGridState } from './data-grid-column.ts';
import { SELECT_COLUMN, SELECT_WIDTH } from './select-column.ts';
import { useGridColumns } from './use-grid-columns.ts';
import type { LiveWidth } from './use-grid-columns.ts';
import { useGridCursor } from './use-grid-cursor.ts';
import { useGridSelection } from './use-grid-selection.ts';
import type { GridSelectionOptions } from './use-grid-selection.ts';
import { useGridWindow } from './use-grid-window.ts';
import { isMirrored } from './use-header-gestures.ts';
import { useHeldRows } from './use-held-rows.ts';

/** By how much one press of a key resizes a column, in pixels. */
const RESIZE_STEP = 16;

export interface UseDataGridOptions<Row> extends GridSelectionOptions {
  /** Keep the list stable: another one draws every row again. */
  columns: readonly DataGridColumn<Row>[];
  /** Rows in order; the same objects where nothing changed. */
  rows: readonly Row[];
  /** Keep the function stable. */
  rowId: (row: Row) => string;
  /** What the list is of, such as its query as JSON: rows of another list do not wait to be shown. @defaultValue `''` */
  listKey?: string | undefined;
  /** Columns, order and density. @defaultValue as the columns say */
  state?: DataGridState | undefined;
  defaultState?: DataGridState | undefined;
  onStateChange?: ((state: DataGridState) => void) | undefined;
  /** All rows that match, loaded or not. @defaultValue unknown */
  totalCount?: number | null | undefined;
  /** There are more rows than these. @defaultValue `false` */
  hasMore?: boolean | undefined;
  /** Called when the row at an index is opened by a click or by Enter. */
  onOpen?: ((row: Row) => void) | undefined;
}

/** What state a grid begins with. */
export const UNCHANGED: DataGridState = {};

/**
 * Behaviour of a table without its markup: columns as the reader arranged them, rows in sight, selection, and the
 * keys of the WAI-ARIA grid pattern. The grid is one tab stop; `aria-activedescendant` says which cell keys act on.
 */
export function useDataGrid<Row>(options: UseDataGridOptions<Row>) {
  const { columns: all, rowId, listKey = '', totalCount = null, hasMore = false, onOpen } = options;
  const [state, setState] = useControlled(
    options.state,
    options.defaultState ?? UNCHANGED,
    options.onStateChange,
  );
  const held = useHeldRows({ rows: options.rows, rowId, hasMore, listKey });
  const ids = useMemo(() => held.rows.map(rowId), [held.rows, rowId]);
  const selection = useGridSelection(options, ids, totalCount);
  const [live, setLive] = useState<LiveWidth | null>(null);
  const columns = useGridColumns(all, state, setState, {
    live,
    leading: selection.isEnabled ? SELECT_WIDTH : 0,
  });
  const columnIds = useMemo(
    () => [
      ...(selection.isEnabled ? [SELECT_COLUMN] : []),
      ...columns.shownColumns.map(({ column }) => column.id),
    ],
    [selection.isEnabled, columns.shownColumns],
  );
  const baseId = useId();
  const density = state.density ?? 'small';
  const [keptId, setKeptId] = useState<string | null>(null);
  const keptIndex = useMemo(() => (keptId === null ? -1 : ids.indexOf(keptId)), [ids, keptId]);
  const view = useGridWindow({ ids, keptIndex, density });
  const cursor = useGridCursor({ ids, columnIds, pageRows: view.pageRows, scrollToRow: view.scrollToRow });
  if (cursor.rowId !== keptId && !cursor.isInHeader) setKeptId(cursor.rowId);

  function sortBy(columnId: string) {
    const column = all.find(({ id }) => id === columnId);
    if (!column?.sortField) return;
    setState({ ...state, sort: nextOrder(column.sortField, column.isNumeric ?? false, state.sort) });
  }

  function onHeaderKey(event: KeyboardEvent<HTMLElement>): boolean {
    const forwards = isMirrored(event.currentTarget) ? -1 : 1;
    const by = event.key === 'ArrowRight' ? forwards : event.key === 'ArrowLeft' ? -forwards : 0;
    const id = cursor.columnId;
    if (event.key === 'Enter' || event.key === ' ') {
      if (id === SELECT_COLUMN) selection.select(ids, selection.share !== 'all');
      else sortBy(id);
      return true;
    }
    if (by === 0 || id === SELECT_COLUMN || event.shiftKey === event.altKey) return false;
    if (event.altKey) columns.move(id, by === 1 ? 1 : -1, true);
    else columns.resize(id, columns.widthOf(id) + by * RESIZE_STEP);
    return true;
  }

  function onRowKey(event: KeyboardEvent<HTMLElement>): boolean {
    const id = cursor.rowId;
    const row = held.rows[cursor.row];
    if (id === null || row === undefined) return false;
    if (event.key === 'Enter') {
      openCell(event.currentTarget, () => onOpen?.(row));
      return true;
    }
    if (!selection.isEnabled) return false;
    if (event.key === ' ') selection.toggle(id);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) selection.select(ids, true);
    else if (event.key === 'Escape' && selection.count > 0) selection.clear();
    else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const next = ids[cursor.row + (event.key === 'ArrowDown' ? 1 : -1)];
      selection.select(next === undefined ? [id] : [id, next], true);
      cursor.move(event, false);
    } else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const isTyping = (event.target as Element).matches('input:not([type=checkbox]), textarea, select');
    if (event.defaultPrevented || isTyping) return;
    const isDone = cursor.isInHeader ? onHeaderKey(event) : onRowKey(event);
    if (!isDone && (event.altKey || !cursor.move(event, isMirrored(event.currentTarget)))) return;
    event.preventDefault();
    // A box or a link that was clicked has the focus; keys are the grid's.
    if (event.target !== event.currentTarget) event.currentTarget.focus({ preventScroll: true });
  }

  return {
    rows: held.rows,
    ids,
    newCount: held.newCount,
    /** Shows what waits, from the top. */
    release: () => {
      held.release();
      view.scrollToTop();
    },
    setIsHeld: held.setIsHeld,
    columns,
    cursor,
    view,
    selection,
    density,
    sort: state.sort,
    sortBy,
    setDensity: (next: typeof density) => setState({ ...state, density: next }),
    /** Columns and density as they were made; the order of rows stays. */
    reset: () => setState(state.sort ? { sort: state.sort } : UNCHANGED),
    live,
    setLive,
    activeElementId: `${baseId}active`,
    keysId: `${baseId}keys`,
    onKeyDown,
  };
}

/** First the way that is asked for most, then the other, then as the store has it. */
function nextOrder(field: string, isNumeric: boolean, now: Order | undefined): Order | undefined {
  const first = isNumeric ? 'desc' : 'asc';
  if (now?.field !== field) return { field, direction: first };
  return now.direction === first ? { field, direction: first === 'asc' ? 'desc' : 'asc' } : undefined;
}

/** Follows what is in the active cell: a link or a button of its own, else the row's. */
function openCell(grid: HTMLElement, open: () => void) {
  const cell = grid.querySelector<HTMLElement>('[role=row] > [data-active]:not([role=columnheader])');
  const own = cell?.querySelector<HTMLElement>('a:not(.oriel-data-grid-link), button');
  const link = own ?? cell?.parentElement?.querySelector<HTMLElement>('a.oriel-data-grid-link');
  // A click is heard by the grid, which opens the row itself.
  if (link) link.click();
  else open();
}
