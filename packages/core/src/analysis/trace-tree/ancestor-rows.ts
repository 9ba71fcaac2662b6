import type { TraceTreeLayout } from './layout-trace-tree.ts';

/** Rows above a row, nearest first: what has to be open for the row to be seen. */
export function ancestorRows(layout: TraceTreeLayout, row: number): number[] {
  const rows: number[] = [];
  for (let above = layout.parent[row] ?? -1; above !== -1; above = layout.parent[above] ?? -1)
    rows.push(above);
  return rows;
}
