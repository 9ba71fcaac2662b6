import type { TraceTreeLayout, TraceTreeNodeId } from './layout-trace-tree.ts';
import { traceTreeNodeId } from './trace-tree-node-id.ts';

/** Nodes that have children: what "collapse all" folds. */
export function expandableNodeIds(layout: TraceTreeLayout): Set<TraceTreeNodeId> {
  const nodeIds = new Set<TraceTreeNodeId>();
  for (let row = 0; row < layout.rowCount; row += 1) {
    if (layout.childCount[row]) nodeIds.add(traceTreeNodeId(layout, row));
  }
  return nodeIds;
}
