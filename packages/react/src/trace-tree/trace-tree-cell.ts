import { heatOf, rowSums, runsAt } from '@oriel/core';
import type { ArrangedTraceTree, EpochMs, Heat, Observation, RowSums, SubtreeSums, Trace } from '@oriel/core';

/** What a slot of a row is given: an observation, or the trace itself. */
export type TraceTreeNode = Observation | Trace;

/** Everything a row shows: its node, its place, and what it comes to with everything below it. */
export interface TraceTreeCell extends RowSums {
  /** An observation, or the trace itself; of a group, its first member. */
  readonly node: TraceTreeNode;
  /** How many repeated siblings the row stands for; 0 for a row of its own. */
  readonly groupSize: number;
  /** Steps from the root, from 0. */
  readonly depth: number;
  readonly childCount: number;
  /** Count of all rows below. */
  readonly rowsBelow: number;
  /** Its parent never arrived. */
  readonly isOrphan: boolean;
  /** How much of the whole trace's cost it takes; `null` for roots, which take it all. */
  readonly costHeat: Heat;
  /** How much of the whole trace's time it takes; `null` for roots. */
  readonly durationHeat: Heat;
}

/** Reads everything of a row; `null` for a row the layout does not have. */
export function traceTreeCell(
  layout: ArrangedTraceTree,
  sums: SubtreeSums,
  totals: RowSums,
  row: number,
): TraceTreeCell | null {
  const node = layout.observations[layout.order[row] ?? -1] ?? layout.head;
  if (!node || row >= layout.rowCount) return null;
  const own = rowSums(sums, row);
  const isRoot = layout.parent[row] === -1;
  return {
    ...own,
    node,
    groupSize: layout.groupSize[row] ?? 0,
    depth: layout.depth[row] ?? 0,
    childCount: layout.childCount[row] ?? 0,
    rowsBelow: (layout.subtreeEnd[row] ?? row + 1) - row - 1,
    isOrphan: layout.orphanRows.has(row),
    costHeat: isRoot ? null : heatOf(own.cost ?? Number.NaN, totals.cost ?? Number.NaN),
    durationHeat: isRoot ? null : heatOf(lengthOf(own), lengthOf(totals)),
  };
}

function lengthOf({ start, end }: RowSums): number {
  return start === null || end === null ? Number.NaN : end - start;
}

/** Whether what a row shows runs at a moment; of a group, any of it. The trace itself always does, which says nothing. */
export function cellRunsAt({ node, groupSize, start, end }: TraceTreeCell, time: EpochMs): boolean {
  if (groupSize > 0) return start !== null && start <= time && (end === null || time <= end);
  return 'type' in node && runsAt(node, time);
}

/** Whether two rows show the same, so that one need not be drawn again for the other. */
export function isSameCell(left: TraceTreeCell, right: TraceTreeCell): boolean {
  return (Object.keys(left) as (keyof TraceTreeCell)[]).every((key) => Object.is(left[key], right[key]));
}
