import type { TraceTreeLayout, TraceTreeNodeId } from './layout-trace-tree.ts';
import { traceTreeNodeId } from './trace-tree-node-id.ts';

/**
 * Row of a node; -1 when the tree has none. Ids are not indexed (that would cost more memory than the tree), so
 * this is a scan, unless `hint` already is the row.
 */
export function findTraceTreeRow(layout: TraceTreeLayout, nodeId: TraceTreeNodeId, hint = -1): number {
  if (nodeId === null) return layout.head ? 0 : -1;
  if (hint >= 0 && hint < layout.rowCount && traceTreeNodeId(layout, hint) === nodeId) return hint;
  for (let row = 0; row < layout.rowCount; row += 1) {
    if (layout.observations[layout.order[row] ?? -1]?.id === nodeId) return row;
  }
  return -1;
}
