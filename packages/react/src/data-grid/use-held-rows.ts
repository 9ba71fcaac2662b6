'use client';

import { useState } from 'react';
import { holdRows } from '@oriel/core';
import type { HeldRows } from '@oriel/core';

interface HeldRowsOptions<Row> {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  hasMore: boolean;
  /** Which list it is: another one is shown as it comes. */
  listKey: string;
}

interface Held<Row> extends HeldRows<Row> {
  readonly of: readonly Row[];
  readonly listKey: string;
}

/** Keeps the rows of a live list still while somebody reads them; `setIsHeld(true)` begins, `release` shows what came. */
export function useHeldRows<Row>({ rows, rowId, hasMore, listKey }: HeldRowsOptions<Row>) {
  const [isHeld, setIsHeld] = useState(false);
  const [held, setHeld] = useState<Held<Row>>({ rows, newCount: 0, of: rows, listKey });

  let current = held;
  if (held.of !== rows || held.listKey !== listKey) {
    const isSame = isHeld && held.listKey === listKey && held.rows.length > 0;
    const next = isSame ? holdRows(held.rows, rows, rowId, hasMore) : { rows, newCount: 0 };
    current = { ...next, of: rows, listKey };
    setHeld(current);
  } else if (!isHeld && held.newCount > 0) {
    current = { rows, newCount: 0, of: rows, listKey };
    setHeld(current);
  }

  return {
    rows: current.rows,
    newCount: current.newCount,
    setIsHeld,
    release: () => setHeld({ rows, newCount: 0, of: rows, listKey }),
  };
}
