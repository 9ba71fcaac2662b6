'use client';

import { useEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { usePresentation } from './presentation.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { PrintNote } from '../print/print-note.tsx';
import { GridHeader } from './grid-header.tsx';
import { GridRow } from './grid-row.tsx';
import { ROW_GROUP } from './grid-roles.ts';
import { GridStatus } from './grid-status.tsx';
import { SELECT_COLUMN } from './select-column.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useDataGrid } from './use-data-grid.ts';
import type { UseDataGridOptions } from './use-data-grid.ts';
import { useHeaderGestures } from './use-header-gestures.ts';

export interface DataGridProps<Row> extends UseDataGridOptions<Row> {
  /** Says what the rows are. */
  label: string;
  /** The row that is open elsewhere. @defaultValue none */
  openId?: string | null | undefined;
  /** Address of a row's page; the title's cell links to it. @defaultValue no links */
  rowHref?: ((row: Row) => string | undefined) | undefined;
  /** Severity of a row, which marks its edge. Keep the function stable. @defaultValue none */
  rowLevel?: ((row: Row) => string) | undefined;
  /** Called when the reader comes near the end of the rows. */
  onLoadMore?: (() => void) | undefined;
  /** @defaultValue `false` */
  isLoadingMore?: boolean | undefined;
  /** Reading more rows failed: nothing is read until the reader asks. @defaultValue `false` */
  hasFailed?: boolean | undefined;
  /** Called, once scrolling rests, with the rows in sight and the ones close by. */
  onRowsInSight?: ((rows: readonly Row[]) => void) | undefined;
  /** What stands at the start of the bar above the table. */
  toolbar?: ReactNode;
  /** What stands at its end. */
  actions?: ReactNode;
  /** What can be done with the selected rows. */
  selectionActions?: ReactNode;
}

/** A fling passes many rows: those count where it stops. */
const SETTLED_MS = 60;
/** More rows are asked for this many rows before the end. */
const AHEAD = 20;

/**
 * A table of any length: windowed rows, columns that the reader arranges, selection, and full keyboard use. It draws
 * rows that are loaded page by page; order and filter are the store's.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { messages } = usePresentation();
  const { label, openId = null, rowHref, rowLevel, onOpen, onLoadMore, onRowsInSight } = props;
  const { totalCount = null, hasMore = false, isLoadingMore = false, hasFailed = false } = props;
  const grid = useDataGrid(props);
  const { cursor, columns, selection, rows, ids } = grid;
  const {
    setScroller,
    probeRef,
    items,
    extent,
    firstIndex: first,
    lastIndex: last,
    isFlung,
    printed,
  } = grid.view;
  const isScrolled = first > 0;
  const gestures = useHeaderGestures({
    live: grid.live,
    setLive: grid.setLive,
    widthOf: columns.widthOf,
    resize: columns.resize,
    place: columns.place,
    onSort: grid.sortBy,
  });

  const { scrollToTop } = grid.view;
  const seenKey = useRef(props.listKey);
  useEffect(() => {
    if (seenKey.current !== props.listKey) scrollToTop();
    seenKey.current = props.listKey;
  });

  const isNearEnd = last >= rows.length - AHEAD;
  const mayLoad = hasMore && !isLoadingMore && !hasFailed && isNearEnd && rows.length > 0;
  const askedAt = useRef(-1);
  useEffect(() => {
    // Once for each length: an answer without new rows is no reason to ask again.
    if (mayLoad && askedAt.current !== rows.length) onLoadMore?.();
    askedAt.current = mayLoad ? rows.length : -1;
  });

  useEffect(() => {
    if (!onRowsInSight || last < 0) return undefined;
    const half = Math.ceil((last - first + 1) / 2);
    const near = rows.slice(Math.max(0, first - half), last + 1 + half);
    const timer = setTimeout(() => onRowsInSight(near), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [onRowsInSight, rows, first, last]);

  // Only keys bring a cell into sight: what was clicked is there.
  const hasKeys = useRef(false);
  useEffect(() => {
    if (!hasKeys.current) return;
    hasKeys.current = false;
    document.getElementById(grid.activeElementId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const isReading = useRef({ pointer: false, focus: false });
  const hold = (change: Partial<{ pointer: boolean; focus: boolean }>) => {
    Object.assign(isReading.current, change);
    grid.setIsHeld(isScrolled || isReading.current.pointer || isReading.current.focus);
  };
  const { setIsHeld } = grid;
  useEffect(() => {
    setIsHeld(isScrolled || isReading.current.pointer || isReading.current.focus);
  }, [setIsHeld, isScrolled]);

  function onClick(event: MouseEvent<HTMLElement>) {
    const target = event.target as Element;
    const element = target.closest<HTMLElement>('.oriel-data-grid-row');
    const isHeading = target.closest('[role=columnheader]') !== null;
    if (isHeading && target.closest(`[data-column="${SELECT_COLUMN}"]`)) {
      selection.select(ids, selection.share !== 'all');
      return;
    }
    const id = element?.dataset['rowId'];
    const row = id === undefined ? undefined : rows[ids.indexOf(id)];
    if (!element || id === undefined || row === undefined) return;
    const columnId = target.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? '';
    cursor.moveTo(id, columnId);
    if (columnId === SELECT_COLUMN) return selection.toggle(id);
    const link = element.querySelector<HTMLElement>('a.oriel-data-grid-link');
    const isLink = link !== null && link.contains(target);
    // Links and buttons in cells lead where they say; whoever drags over an id wants to copy it.
    if (!isLink && target.closest('a, button, input, label, summary')) return;
    if (!isLink && getSelection()?.isCollapsed === false) return;
    if (link && !isLink) return link.click();
    onOpen?.(row);
  }

  return (
    <div className="oriel-data-grid" data-density={grid.density}>
      <div className="oriel-data-grid-bar">
        {props.toolbar}
        {selection.isEnabled && selection.count > 0 && (
          <SelectionBar
            selection={selection}
            loadedCount={rows.length}
            totalCount={totalCount}
            hasMore={hasMore}
          >
            {props.selectionActions}
          </SelectionBar>
        )}
        <GridStatus
          first={first}
          last={last}
          loadedCount={rows.length}
          totalCount={totalCount}
          newCount={grid.newCount}
          hasMore={hasMore}
          isLoadingMore={isLoadingMore}
          hasFailed={hasFailed}
          onRelease={grid.release}
          onLoadMore={onLoadMore}
        />
        {props.actions}
        <ColumnsMenu
          all={props.columns}
          columns={columns}
          density={grid.density}
          onDensityChange={grid.setDensity}
          onReset={grid.reset}
        />
      </div>
      <div
        ref={setScroller}
        role="grid"
        tabIndex={0}
        className="oriel-data-grid-scroller"
        aria-label={label}
        aria-rowcount={hasMore ? (totalCount === null ? -1 : totalCount + 1) : rows.length + 1}
        aria-colcount={columns.shownColumns.length + (selection.isEnabled ? 1 : 0)}
        aria-multiselectable={selection.isEnabled ? true : undefined}
        aria-activedescendant={grid.activeElementId}
        style={columns.sizes}
        onKeyDown={(event) => {
          hasKeys.current = true;
          grid.onKeyDown(event);
        }}
        onClick={onClick}
        onPointerEnter={() => hold({ pointer: true })}
        onPointerLeave={() => hold({ pointer: false })}
        onFocus={() => hold({ focus: true })}
        onBlur={() => hold({ focus: false })}
      >
        <GridHeader
          columns={columns}
          selection={selection}
          sort={grid.sort}
          gestures={gestures}
          keysId={grid.keysId}
          activeElementId={grid.activeElementId}
          activeColumnId={cursor.isInHeader ? cursor.columnId : null}
        />
        <div {...ROW_GROUP} className="oriel-data-grid-body" style={{ blockSize: extent }}>
          {items.map(({ index, start, slot }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const id = ids[index] ?? '';
            return (
              <GridRow
                key={slot}
                row={row}
                id={id}
                index={index}
                columns={columns.shownColumns}
                top={start}
                isFlung={isFlung}
                href={rowHref?.(row)}
                level={rowLevel?.(row)}
                activeElementId={grid.activeElementId}
                activeColumnId={!cursor.isInHeader && cursor.row === index ? cursor.columnId : null}
                isOpen={id === openId}
                isSelected={selection.isEnabled ? selection.isSelected(id) : null}
              />
            );
          })}
          <div ref={probeRef} className="oriel-data-grid-probe" aria-hidden="true" />
        </div>
        <span id={grid.keysId} hidden>
          {messages.dataGrid.columnKeys}
        </span>
      </div>
      {/* Rows that were not loaded are not on paper either. */}
      <PrintNote rows={printed && { ...printed, count: Math.max(printed.count, totalCount ?? 0) }} />
    </div>
  );
}
