'use client';

import type { Order } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { SortIcon } from './grid-icons.tsx';
import { COLUMN_HEADER, ROW, ROW_GROUP } from './grid-roles.ts';
import { SELECT_COLUMN } from './select-column.ts';
import type { GridColumns } from './use-grid-columns.ts';
import type { GridSelection } from './use-grid-selection.ts';
import type { HeaderGestures } from './use-header-gestures.ts';

interface GridHeaderProps<Row> {
  columns: GridColumns<Row>;
  selection: GridSelection;
  sort: Order | undefined;
  gestures: HeaderGestures;
  keysId: string;
  activeElementId: string;
  /** The column of the active cell; `null` when it is in a row. */
  activeColumnId: string | null;
}

/** Names of the columns, which order, move and resize them. */
export function GridHeader<Row>({
  columns,
  selection,
  sort,
  gestures,
  keysId,
  activeElementId,
  activeColumnId,
}: GridHeaderProps<Row>) {
  const { messages } = usePresentation();
  const leading = selection.isEnabled ? 1 : 0;
  return (
    <div {...ROW_GROUP} className="oriel-data-grid-head">
      <div {...ROW} className="oriel-data-grid-header" aria-rowindex={1}>
        {selection.isEnabled && (
          <div
            {...COLUMN_HEADER}
            className="oriel-data-grid-heading"
            id={activeColumnId === SELECT_COLUMN ? activeElementId : undefined}
            data-column={SELECT_COLUMN}
            data-pin="start"
            data-active={activeColumnId === SELECT_COLUMN ? '' : undefined}
            aria-colindex={1}
            style={{ insetInlineStart: 0 }}
          >
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={messages.dataGrid.selectLoaded}
              checked={selection.share === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = selection.share === 'some';
              }}
              readOnly
            />
          </div>
        )}
        {columns.shownColumns.map(({ column, pin, isEdge, style }, place) => {
          const direction = sort && sort.field === column.sortField ? sort.direction : null;
          return (
            <div
              key={column.id}
              {...COLUMN_HEADER}
              className="oriel-data-grid-heading"
              id={activeColumnId === column.id ? activeElementId : undefined}
              data-column={column.id}
              data-numeric={column.isNumeric ? '' : undefined}
              data-sortable={column.sortField ? '' : undefined}
              data-pin={pin ?? undefined}
              data-edge={isEdge ? '' : undefined}
              data-active={activeColumnId === column.id ? '' : undefined}
              data-drop={gestures.drop?.id === column.id ? gestures.drop.side : undefined}
              data-dragged={gestures.draggedId === column.id ? '' : undefined}
              aria-colindex={place + leading + 1}
              aria-sort={
                column.sortField === undefined
                  ? undefined
                  : direction === null
                    ? 'none'
                    : direction === 'asc'
                      ? 'ascending'
                      : 'descending'
              }
              aria-describedby={keysId}
              style={style}
              onPointerDown={(event) => gestures.startMove(event, column.id)}
            >
              <span className="oriel-data-grid-heading-text" title={column.header}>
                {column.header}
              </span>
              {direction !== null && <SortIcon direction={direction} />}
              <span
                className="oriel-data-grid-resizer"
                data-resizing={gestures.live?.id === column.id ? '' : undefined}
                onPointerDown={(event) => gestures.startResize(event, column.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
