import type { Observation } from '../../model/observation.ts';
import type { Trace } from '../../model/trace.ts';
import { MAX_DEPTH, NEAR, needsHead } from './layout-any-trace.ts';
import { rowColumns } from './row-columns.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';

/**
 * {@link layoutTraceTree} of a trace that did one thing after another, as most do. There, the order of start is the
 * order of the rows, and one pass lays it out. `null` for any other trace: one whose branches ran side by side, whose
 * observations come in another order, or where a parent is missing or far above.
 *
 * ```
 *   agent
 *   ├─ plan
 *   │  └─ llm      its parent is what began right before it
 *   └─ tool        or is above that; what lies between the two has no more rows
 * ```
 */
export function layoutSequence(
  observations: readonly Observation[],
  trace: Trace | undefined,
): TraceTreeLayout | null {
  const count = observations.length;
  const head = trace && !trace.isVirtual && observations[0]?.id !== trace.id ? trace : null;
  const offset = head ? 1 : 0;
  const rowCount = count + offset;
  const columns = rowColumns(rowCount);
  const { order, parent, subtreeEnd, depth, position, childCount } = columns;
  subtreeEnd.fill(rowCount);
  if (head) {
    order[0] = -1;
    parent[0] = -1;
    position[0] = 1;
  }

  const top = offset - 1;
  let rootCount = 0;
  let before: Observation | undefined;
  for (let row = offset; row < rowCount; row += 1) {
    const observation = observations[row - offset] as Observation;
    if (before && isEarlier(observation, before)) return null;
    const { parentId } = observation;
    let above = row - 1;
    if (parentId === null) {
      rootCount += 1;
      for (; above > top; above = parent[above] as number) subtreeEnd[above] = row;
    } else if (parentId === before?.parentId) {
      subtreeEnd[above] = row;
      above = parent[above] as number;
    } else {
      for (let step = 0; above > top && observations[above - offset]?.id !== parentId; step += 1) {
        if (step === NEAR) return null;
        subtreeEnd[above] = row;
        above = parent[above] as number;
      }
      if (above === top) return null;
    }
    order[row] = row - offset;
    parent[row] = above;
    if (above === -1) {
      position[row] = rootCount;
    } else {
      depth[row] = Math.min(MAX_DEPTH, (depth[above] as number) + 1);
      position[row] = childCount[above] = (childCount[above] as number) + 1;
    }
    before = observation;
  }
  // Only now it is known whether the first root stands for the trace.
  if (trace && needsHead(trace, rootCount, observations[0]) !== (head !== null)) return null;
  return {
    ...columns,
    observations,
    head,
    rowCount,
    rootCount: head ? 1 : rootCount,
    orphanRows: new Set(),
  };
}

function isEarlier(one: Observation, other: Observation): boolean {
  return one.startTime < other.startTime || (one.startTime === other.startTime && one.id < other.id);
}
