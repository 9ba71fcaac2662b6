import type { ObservationId } from '../../model/ids.ts';
import type { ArrangedTraceTree } from './arrange-trace-tree.ts';
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
 *
 * @param openGroups - groups of repeated siblings that show their members, by the id of the first member. Groups are
 * collapsed otherwise. Default: none.
 */
export function visibleTraceTreeRows(
  layout: TraceTreeLayout | ArrangedTraceTree,
  collapsed: ReadonlySet<TraceTreeNodeId>,
  openGroups: ReadonlySet<ObservationId | null> = NONE,
): Int32Array {
  const groupSize = 'groupSize' in layout ? layout.groupSize : null;
  const rows = new Int32Array(layout.rowCount);
  let count = 0;
  let row = 0;
  while (row < layout.rowCount) {
    rows[count] = row;
    count += 1;
    const end = layout.subtreeEnd[row] ?? row + 1;
    const isGroup = Boolean(groupSize?.[row]);
    const isFolded =
      end > row + 1 &&
      (isGroup
        ? !openGroups.has(traceTreeNodeId(layout, row))
        : collapsed.size > 0 && collapsed.has(traceTreeNodeId(layout, row)));
    row = isFolded ? end : row + 1;
  }
  return count === layout.rowCount ? rows : rows.slice(0, count);
}

const NONE: ReadonlySet<ObservationId | null> = new Set();
