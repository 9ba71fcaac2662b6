import type { TraceTreeLayout, TraceTreeNodeId } from './layout-trace-tree.ts';

/**
 * Row of a node; -1 when the tree has none. Ids are not indexed (that would cost more memory than the tree), so
 * this is a scan. It begins at `hint`, where the node is or was: what arrives moves rows further down.
 */
export function findTraceTreeRow(layout: TraceTreeLayout, nodeId: TraceTreeNodeId, hint = 0): number {
  const { rowCount } = layout;
  if (nodeId === null) return layout.head ? 0 : -1;
  const start = Math.max(0, Math.min(hint, rowCount));
  const below = scan(layout, nodeId, start, rowCount);
  return below === -1 ? scan(layout, nodeId, 0, start) : below;
}

function scan({ order, observations }: TraceTreeLayout, id: string, from: number, to: number): number {
  for (let row = from; row < to; row += 1) {
    if (observations[order[row] ?? -1]?.id === id) return row;
  }
  return -1;
}
