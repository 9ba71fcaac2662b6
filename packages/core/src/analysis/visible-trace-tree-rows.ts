import { traceTreeNodeId } from './trace-tree-node-id.ts';
import type { TraceTreeLayout, TraceTreeNodeId } from './layout-trace-tree.ts';

/**
 * Rows that are not inside a collapsed one, upwards. A collapsed row stays and its subtree is stepped over:
 *
 * ```
 *   row          0 agent   1 plan ▸   2 llm   3 tool
 *   subtreeEnd   4         3          3       4
 *   visible      0         1  ───────────────▶ 3
 * ```
 */
export function visibleTraceTreeRows(
  layout: TraceTreeLayout,
  collapsed: ReadonlySet<TraceTreeNodeId>,
): Int32Array {
  const rows = new Int32Array(layout.rowCount);
  let count = 0;
  let row = 0;
  while (row < layout.rowCount) {
    rows[count] = row;
    count += 1;
    const end = layout.subtreeEnd[row] ?? row + 1;
    const isFolded = collapsed.size > 0 && end > row + 1 && collapsed.has(traceTreeNodeId(layout, row));
    row = isFolded ? end : row + 1;
  }
  return count === layout.rowCount ? rows : rows.slice(0, count);
}
