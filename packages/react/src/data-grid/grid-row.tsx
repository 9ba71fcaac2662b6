'use client';

import { memo } from 'react';
import type { ReactNode } from 'react';
import { usePresentation } from './presentation.ts';
import { Link } from '../provider/link.tsx';
import { CELL, ROW, ROW_HEADER } from './grid-roles.ts';
import { SELECT_COLUMN } from './select-column.ts';
import type { ShownColumn } from './use-shown-columns.ts';

interface GridRowProps<Row> {
  row: Row;
  id: string;
  index: number;
  columns: readonly ShownColumn<Row>[];
  /** Distance from the top of the rows in pixels. */
  top: number;
  /** It flies by: nobody reads more of it than its title, and a frame has hardly time for more. */
  isFlung: boolean;
  href: string | undefined;
  level: string | undefined;
  /** Id of the element that keys act on. */
  activeElementId: string;
  /** The column of the active cell; `null` when it is in another row. */
  activeColumnId: string | null;
  isOpen: boolean;
  /** `null` when rows cannot be selected. */
  isSelected: boolean | null;
}

function GridRowInner<Row>({
  row,
  id,
  index,
  columns,
  top,
  isFlung,
  href,
  level,
  activeElementId,
  activeColumnId,
  isOpen,
  isSelected,
}: GridRowProps<Row>) {
  return (
    <div
      {...ROW}
      className="oriel-data-grid-row"
      data-row-id={id}
      data-level={level}
      data-open={isOpen ? '' : undefined}
      data-selected={isSelected === true ? '' : undefined}
      data-active={activeColumnId === null ? undefined : ''}
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? isOpen}
      style={{ insetBlockStart: top }}
    >
      {isSelected !== null && (
        <SelectCell
          isSelected={isSelected}
          isActive={activeColumnId === SELECT_COLUMN}
          activeElementId={activeElementId}
        />
      )}
      {columns.map((shown, place) => (
        <div
          key={shown.column.id}
          {...(shown.column.isTitle ? ROW_HEADER : CELL)}
          id={activeColumnId === shown.column.id ? activeElementId : undefined}
          className="oriel-data-grid-cell"
          data-column={shown.column.id}
          data-numeric={shown.column.isNumeric ? '' : undefined}
          data-title={shown.column.isTitle ? '' : undefined}
          data-pin={shown.pin ?? undefined}
          data-edge={shown.isEdge ? '' : undefined}
          data-active={activeColumnId === shown.column.id ? '' : undefined}
          aria-colindex={place + (isSelected === null ? 1 : 2)}
          style={shown.style}
        >
          {(!isFlung || shown.column.isTitle) && <Cell row={row} shown={shown} href={href} />}
        </div>
      ))}
    </div>
  );
}

/** One row. It renders again only when the row, its place or the columns change. */
export const GridRow = memo(GridRowInner) as typeof GridRowInner;

interface CellProps<Row> {
  row: Row;
  shown: ShownColumn<Row>;
  href: string | undefined;
}

function Cell<Row>({ row, shown, href }: CellProps<Row>): ReactNode {
  const content = shown.column.cell(row);
  if (!shown.column.isTitle || href === undefined) return content;
  return (
    <Link href={href} className="oriel-data-grid-link" tabIndex={-1}>
      {content}
    </Link>
  );
}

interface SelectCellProps {
  isSelected: boolean;
  isActive: boolean;
  activeElementId: string;
}

function SelectCell({ isSelected, isActive, activeElementId }: SelectCellProps) {
  const { messages } = usePresentation();
  return (
    <div
      {...CELL}
      id={isActive ? activeElementId : undefined}
      className="oriel-data-grid-cell"
      data-column={SELECT_COLUMN}
      data-pin="start"
      data-active={isActive ? '' : undefined}
      aria-colindex={1}
      style={{ insetInlineStart: 0 }}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isSelected}
        aria-label={messages.dataGrid.selectRow}
        readOnly
      />
    </div>
  );
}
