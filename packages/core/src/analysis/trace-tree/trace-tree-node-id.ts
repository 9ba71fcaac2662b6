import type { TraceTreeLayout, TraceTreeNodeId } from './layout-trace-tree.ts';

/** Which node a row shows: an observation's id, or `null` for the trace itself. */
export function traceTreeNodeId(layout: TraceTreeLayout, row: number): TraceTreeNodeId {
  return layout.observations[layout.order[row] ?? -1]?.id ?? null;
}
