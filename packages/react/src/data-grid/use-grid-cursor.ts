'use client';

import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';

/** Where the reader is: a row, or the header for `null`. */
interface Cursor {
  readonly rowId: string | null;
  readonly columnId: string;
}

interface GridCursorOptions {
  ids: readonly string[];
  /** Columns from the start to the end. */
  columnIds: readonly string[];
  pageRows: () => number;
  scrollToRow: (index: number) => void;
}

/** The one cell of a grid that keys act on. It stays at its row when others come in above it. */
export function useGridCursor({ ids, columnIds, pageRows, scrollToRow }: GridCursorOptions) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [lastRow, setLastRow] = useState(0);
  const places = useMemo(() => new Map(ids.map((id, place) => [id, place])), [ids]);

  const isInHeader = cursor !== null && cursor.rowId === null;
  const known = cursor?.rowId == null ? undefined : places.get(cursor.rowId);
  // Of a row that is gone its place is left.
  const row = isInHeader ? -1 : (known ?? Math.min(lastRow, ids.length - 1));
  const column = Math.max(0, columnIds.indexOf(cursor?.columnId ?? ''));

  function go(toRow: number, toColumn: number) {
    const place = Math.min(ids.length - 1, Math.max(-1, toRow));
    const columnId = columnIds[Math.min(columnIds.length - 1, Math.max(0, toColumn))] ?? '';
    setCursor({ rowId: ids[place] ?? null, columnId });
    if (place < 0) return;
    setLastRow(place);
    scrollToRow(place);
  }

  /** Moves by a key; `false` when the key leads nowhere. */
  function move(event: KeyboardEvent, isMirrored: boolean): boolean {
    const isWhole = event.ctrlKey || event.metaKey;
    const forwards = isMirrored ? -1 : 1;
    switch (event.key) {
      case 'ArrowDown':
        go(row + 1, column);
        return true;
      case 'ArrowUp':
        go(row - 1, column);
        return true;
      case 'ArrowRight':
        go(row, column + forwards);
        return true;
      case 'ArrowLeft':
        go(row, column - forwards);
        return true;
      case 'PageDown':
        go(row + pageRows(), column);
        return true;
      case 'PageUp':
        go(Math.max(0, row - pageRows()), column);
        return true;
      case 'Home':
        go(isWhole ? 0 : row, 0);
        return true;
      case 'End':
        go(isWhole ? ids.length - 1 : row, columnIds.length - 1);
        return true;
      default:
        return false;
    }
  }

  return {
    /** Place of its row, -1 for the header. */
    row,
    rowId: ids[row] ?? null,
    columnId: columnIds[column] ?? '',
    isInHeader,
    move,
    moveTo: (rowId: string | null, columnId: string) => {
      setCursor({ rowId, columnId });
      if (rowId !== null) setLastRow(places.get(rowId) ?? 0);
    },
  };
}
