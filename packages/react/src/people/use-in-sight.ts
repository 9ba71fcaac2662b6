'use client';

import { useCallback, useState } from 'react';

const NONE: readonly string[] = [];

/** The ids of the rows in sight of a table, sorted: scrolling to and fro is no new question. */
export function useInSight<Row>(rowId: (row: Row) => string) {
  const [ids, setIds] = useState(NONE);
  const onRowsInSight = useCallback(
    (rows: readonly Row[]) => {
      const next = rows.map(rowId).toSorted();
      setIds((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    },
    [rowId],
  );
  return [ids, onRowsInSight] as const;
}
