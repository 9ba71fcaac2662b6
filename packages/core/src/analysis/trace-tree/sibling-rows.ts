import type { TraceTreeLayout } from './layout-trace-tree.ts';

/** Rows with the same parent, itself included, in order. Steps over each sibling's subtree. */
export function siblingRows(layout: TraceTreeLayout, row: number): number[] {
  const parent = layout.parent[row] ?? -1;
  const end = parent === -1 ? layout.rowCount : (layout.subtreeEnd[parent] ?? 0);
  const rows: number[] = [];
  for (let next = parent + 1; next < end; next = layout.subtreeEnd[next] ?? end) rows.push(next);
  return rows;
}
