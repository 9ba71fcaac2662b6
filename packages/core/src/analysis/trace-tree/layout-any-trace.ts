import type { ObservationId } from '../../model/ids.ts';
import type { Observation } from '../../model/observation.ts';
import type { Trace } from '../../model/trace.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';
import { rowColumns } from './row-columns.ts';

/** `layoutTraceTree` of whatever observations there are. */
export function layoutAnyTrace(
  observations: readonly Observation[],
  trace: Trace | undefined,
): TraceTreeLayout {
  const count = observations.length;
  const byStart = orderByStart(observations);
  const orphans = new Set<number>();
  const parentOf = linkParents(observations, byStart, orphans);

  // Children as linked lists. Filled from the latest to the earliest, each list comes out in start order.
  const firstChild = new Int32Array(count).fill(-1);
  const nextSibling = new Int32Array(count).fill(-1);
  let firstRoot = -1;
  let rootCount = 0;
  for (let rank = count - 1; rank >= 0; rank -= 1) {
    const index = at(byStart, rank);
    const parentIndex = at(parentOf, index);
    if (parentIndex === -1) {
      nextSibling[index] = firstRoot;
      firstRoot = index;
      rootCount += 1;
    } else {
      nextSibling[index] = at(firstChild, parentIndex);
      firstChild[parentIndex] = index;
    }
  }

  const head = trace && needsHead(trace, rootCount, observations[firstRoot]) ? trace : null;
  const offset = head ? 1 : 0;
  const rowCount = count + offset;
  const columns = rowColumns(rowCount);
  const { order, parent, subtreeEnd, depth, position, childCount } = columns;
  order.fill(-1);
  parent.fill(-1);
  if (head) position[0] = 1;

  const top = offset - 1;
  let above = top;
  let row = offset;
  let next = firstRoot;
  while (next !== -1 || above !== top) {
    if (next === -1) {
      next = at(nextSibling, at(order, above));
      above = at(parent, above);
      continue;
    }
    order[row] = next;
    parent[row] = above;
    if (above >= 0) {
      depth[row] = Math.min(MAX_DEPTH, (depth[above] as number) + 1);
      const siblings = at(childCount, above) + 1;
      childCount[above] = siblings;
      position[row] = siblings;
    }
    above = row;
    next = at(firstChild, next);
    row += 1;
  }

  const orphanRows = new Set<number>();
  let root = 0;
  for (let index = 0; index < rowCount; index += 1) {
    if (orphans.size > 0 && orphans.has(at(order, index))) orphanRows.add(index);
    if (parent[index] === -1) position[index] = root += 1;
    subtreeEnd[index] = index + 1;
  }
  for (let index = rowCount - 1; index >= 0; index -= 1) {
    const parentRow = at(parent, index);
    if (parentRow >= 0) subtreeEnd[parentRow] = Math.max(at(subtreeEnd, parentRow), at(subtreeEnd, index));
  }

  return { ...columns, observations, head, rowCount, rootCount: head ? 1 : rootCount, orphanRows };
}

/** Most that fits into the column of depths. */
export const MAX_DEPTH = 65_535;

/** A trace that is a record of its own has fields and a payload its observations lack, unless its root is its twin. */
export function needsHead(trace: Trace, rootCount: number, firstRoot: Observation | undefined): boolean {
  return !trace.isVirtual && !(rootCount === 1 && firstRoot?.id === trace.id);
}

/** Whether observations come by start already, as they do from stores. */
export function isByStart(observations: readonly Observation[]): boolean {
  for (let index = 1; index < observations.length; index += 1) {
    if (compareByStart(observations[index - 1], observations[index]) > 0) return false;
  }
  return true;
}

function orderByStart(observations: readonly Observation[]): Int32Array {
  const byStart = new Int32Array(observations.length);
  for (let index = 0; index < byStart.length; index += 1) byStart[index] = index;
  // Only hand-made lists need sorting.
  if (isByStart(observations)) return byStart;
  return byStart.toSorted((left, right) => compareByStart(observations[left], observations[right]));
}

/** Order of siblings: by start, ties by id. */
export function compareByStart(left: Observation | undefined, right: Observation | undefined): number {
  if (!left || !right) return 0;
  if (left.startTime !== right.startTime) return left.startTime - right.startTime;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

/** Index of each observation's parent, -1 for roots, orphans and the earliest member of a cycle; fills `orphans`. */
function linkParents(
  observations: readonly Observation[],
  byStart: Int32Array,
  orphans: Set<number>,
): Int32Array {
  const count = observations.length;
  const parentOf = new Int32Array(count).fill(-1);
  let indexOf: Map<ObservationId, number> | undefined;
  let hasLaterParent = false;
  let previous = -1;
  let previousParentId: ObservationId | null = null;
  for (let rank = 0; rank < count; rank += 1) {
    const index = at(byStart, rank);
    const parentId = observations[index]?.parentId ?? null;
    if (parentId !== null) {
      // What starts next mostly belongs beside what started last, to it, or to something around it. Looking there
      // first spares most traces the map, which is what costs here.
      let found = parentId === previousParentId ? at(parentOf, previous) : -1;
      if (found === -1) found = findAbove(observations, parentOf, previous, parentId);
      if (found === -1) {
        indexOf ??= indexParents(observations, byStart);
        found = indexOf.get(parentId) ?? -1;
      }
      if (found === -1 && observations[index]?.isAppRoot === false) orphans.add(index);
      parentOf[index] = found;
      hasLaterParent ||= found >= index;
    }
    previous = index;
    previousParentId = parentId;
  }
  // Where every parent comes before its children, as it does unless clocks lie, no cycle can close.
  if (hasLaterParent) openCycles(parentOf, byStart);
  return parentOf;
}

/** How far above the last node its successor's parent is looked for. */
export const NEAR = 12;

/** Looks for an id among a node and those right above it. */
function findAbove(
  observations: readonly Observation[],
  parentOf: Int32Array,
  from: number,
  id: ObservationId,
): number {
  let index = from;
  for (let step = 0; step < NEAR && index !== -1; step += 1) {
    if (observations[index]?.id === id) return index;
    index = at(parentOf, index);
  }
  return -1;
}

/** Index of each id that is somebody's parent; of copies, the earliest. */
function indexParents(observations: readonly Observation[], byStart: Int32Array): Map<ObservationId, number> {
  // Most nodes are leaves, and finding that an id is not in a map is cheaper than putting it there.
  const indexOf = new Map<ObservationId, number>();
  let lastParentId: ObservationId | null = null;
  for (const { parentId } of observations) {
    if (parentId === null || parentId === lastParentId) continue;
    lastParentId = parentId;
    indexOf.set(parentId, -1);
  }
  for (let rank = observations.length - 1; rank >= 0; rank -= 1) {
    const index = at(byStart, rank);
    const id = observations[index]?.id;
    if (id !== undefined && indexOf.has(id)) indexOf.set(id, index);
  }
  return indexOf;
}

/**
 * Makes the earliest member of every cycle a root. Walks up from every node, each node once: meeting the present
 * walk again is a cycle.
 */
function openCycles(parentOf: Int32Array, byStart: Int32Array): void {
  const count = parentOf.length;
  const walkOf = new Int32Array(count);
  const rankOf = new Int32Array(count);
  for (let rank = 0; rank < count; rank += 1) rankOf[at(byStart, rank)] = rank;
  for (let rank = 0; rank < count; rank += 1) {
    const walk = rank + 1;
    let index = at(byStart, rank);
    while (index !== -1 && walkOf[index] === 0) {
      walkOf[index] = walk;
      index = at(parentOf, index);
    }
    if (index === -1 || walkOf[index] !== walk) continue;
    let earliest = index;
    for (let member = at(parentOf, index); member !== index; member = at(parentOf, member)) {
      if (at(rankOf, member) < at(rankOf, earliest)) earliest = member;
    }
    parentOf[earliest] = -1;
  }
}

/** Typed arrays have no holes; this spares every read a fallback for one. */
function at(column: Int32Array, index: number): number {
  return column[index] as number;
}
