'use client';

import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { DataGridColumn } from './data-grid-column.ts';
import { DownIcon, PinIcon, UpIcon } from './grid-icons.tsx';
import { usePresentation } from './presentation.ts';
import type { GridColumns } from './use-grid-columns.ts';

interface ColumnListProps<Row> {
  all: readonly DataGridColumn<Row>[];
  columns: GridColumns<Row>;
}

/** Every column with its box. One tab stop: arrows go from column to column, with Alt they take the column along. */
export function ColumnList<Row>({ all, columns }: ColumnListProps<Row>) {
  const { messages } = usePresentation();
  const texts = messages.dataGrid;
  const [atId, setAtId] = useState<string | null>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const byId = new Map(all.map((column) => [column.id, column]));
  const stop = atId !== null && columns.allIds.includes(atId) ? atId : columns.allIds[0];

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || stop === undefined) return;
    event.preventDefault();
    if (event.altKey) return columns.move(stop, by);
    const next = columns.allIds[columns.allIds.indexOf(stop) + by];
    if (next === undefined) return;
    setAtId(next);
    const boxes = listRef.current?.querySelectorAll<HTMLElement>('li') ?? [];
    const item = [...boxes].find(({ dataset }) => dataset['column'] === next);
    item?.querySelector<HTMLElement>('input')?.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its boxes and buttons are what takes the keys
    <ul ref={listRef} className="oriel-data-grid-column-list" onKeyDown={onKeyDown}>
      {columns.allIds.map((id) => {
        const header = byId.get(id)?.header ?? id;
        const pin = columns.pinOf(id);
        const tabIndex = id === stop ? 0 : -1;
        return (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- notes where the focus is
          <li key={id} data-column={id} onFocus={() => setAtId(id)}>
            <label>
              <input
                type="checkbox"
                tabIndex={tabIndex}
                checked={columns.isShown(id)}
                onChange={(event) => columns.show(id, event.target.checked)}
              />
              <span className="oriel-data-grid-column-name">{header}</span>
            </label>
            <button
              type="button"
              className="oriel-icon-button"
              tabIndex={tabIndex}
              aria-pressed={pin !== null}
              aria-label={texts.pin(header)}
              title={texts.pin(header)}
              onClick={() => columns.pin(id, pin === null ? 'start' : null)}
            >
              <PinIcon />
            </button>
            <button
              type="button"
              className="oriel-icon-button"
              tabIndex={tabIndex}
              aria-label={texts.moveUp(header)}
              title={texts.moveUp(header)}
              onClick={() => columns.move(id, -1)}
            >
              <UpIcon />
            </button>
            <button
              type="button"
              className="oriel-icon-button"
              tabIndex={tabIndex}
              aria-label={texts.moveDown(header)}
              title={texts.moveDown(header)}
              onClick={() => columns.move(id, 1)}
            >
              <DownIcon />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
