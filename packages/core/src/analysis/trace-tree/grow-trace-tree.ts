import type { ObservationId } from '../../model/ids.ts';
import type { Observation } from '../../model/observation.ts';
import { compareByStart, MAX_DEPTH, NEAR } from './layout-any-trace.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';
import { rowColumns } from './row-columns.ts';

/** A layout made from an earlier one, and what of that one moved. */
export interface GrownTraceTree {
  readonly layout: TraceTreeLayout;
  /** Runs of rows that the earlier layout had, in order: its rows from `start` up to `end` are `shift` rows lower. */
  readonly kept: readonly { readonly start: number; readonly end: number; readonly shift: number }[];
  /** Rows that are new, or whose observation was written again. In no order. */
  readonly changedRows: readonly number[];
}

/** With more of a trace new than this, laying it out again is as quick. */
const MAX_NEW_SHARE = 0.25;

/**
 * Lays out a trace that has grown since its last layout: what `layoutTraceTree` makes of its observations now, below
 * the same head, made from what came alone. `null` where that is not possible and the whole has to be laid out:
 * something came in between, went, or changed its place, or the parent of what was a root arrived.
 *
 * ```
 *   row  before             row  after two came
 *    0   agent               0   agent
 *    1   ├─ plan             1   ├─ plan
 *    2   │  └─ llm           2   │  ├─ llm
 *                            3   │  └─ check      ← came, as the last child of plan
 *    3   └─ tool             4   └─ tool          ← kept, one row lower
 *                            5   answer           ← came, as the last root
 * ```
 *
 * @param last - layout of fewer of the same observations, which were in order of start.
 */
export function growTraceTree(
  last: TraceTreeLayout,
  observations: readonly Observation[],
): GrownTraceTree | null {
  const rewritten = findRewritten(last.observations, observations);
  if (rewritten === null) return null;
  const parents = linkNew(last, observations);
  if (parents === null) return null;
  return insertRows(last, observations, parents, rewritten);
}

/** Indexes of observations that changed and stay where they are; `null` where some are not where they were. */
function findRewritten(known: readonly Observation[], now: readonly Observation[]): number[] | null {
  const most = known.length * MAX_NEW_SHARE;
  if (known.length === 0 || now.length < known.length || now.length - known.length > most) return null;
  const rewritten: number[] = [];
  for (let index = 0; index < known.length; index += 1) {
    if (known[index] === now[index]) continue;
    if (!isSamePlace(known[index], now[index]) || rewritten.length >= most) return null;
    rewritten.push(index);
  }
  for (let index = known.length; index < now.length; index += 1) {
    if (compareByStart(now[index - 1], now[index]) > 0) return null;
  }
  return rewritten;
}

function isSamePlace(before: Observation | undefined, now: Observation | undefined): boolean {
  return (
    before !== undefined &&
    before.id === now?.id &&
    before.parentId === now.parentId &&
    before.startTime === now.startTime &&
    before.isAppRoot === now.isAppRoot
  );
}

/**
 * The node that each new observation hangs from, -1 for none: a row of the last layout, or, from its `rowCount` on,
 * the new ones in order.
 */
function linkNew(last: TraceTreeLayout, observations: readonly Observation[]): Int32Array | null {
  const known = last.observations.length;
  const fresh = observations.slice(known);
  const newIds = new Set(fresh.map(({ id }) => id));
  for (let root = last.head ? 1 : 0; root < last.rowCount; root = last.subtreeEnd[root] as number) {
    const parentId = observations[last.order[root] as number]?.parentId ?? null;
    if (parentId !== null && newIds.has(parentId)) return null;
  }

  const parents = new Int32Array(fresh.length).fill(-1);
  const node = (at: number) =>
    at < last.rowCount ? observations[last.order[at] as number] : fresh[at - last.rowCount];
  const above = (at: number) => {
    const parent = (at < last.rowCount ? last.parent[at] : parents[at - last.rowCount]) as number;
    return parent === 0 && last.head ? -1 : parent;
  };
  // The same steps as of the whole, so that of copies of a parent the same one gets the children.
  let previous = last.order.lastIndexOf(known - 1);
  let rowOfId: Map<ObservationId, number> | undefined;
  for (const [place, { parentId }] of fresh.entries()) {
    if (parentId !== null) {
      let found = node(previous)?.parentId === parentId ? above(previous) : -1;
      for (let step = 0, at = previous; step < NEAR && at !== -1 && found === -1; step += 1, at = above(at)) {
        if (node(at)?.id === parentId) found = at;
      }
      if (found === -1) {
        rowOfId ??= findParents(last, observations);
        found = rowOfId.get(parentId) ?? -1;
      }
      // What hangs from something later, or from itself, may close a circle.
      if (found >= last.rowCount + place) return null;
      parents[place] = found;
    }
    previous = last.rowCount + place;
  }
  return parents;
}

/** Where the earliest copy of each id is that a new observation names as its parent. */
function findParents(
  last: TraceTreeLayout,
  observations: readonly Observation[],
): Map<ObservationId, number> {
  const known = last.observations.length;
  const wanted = new Set<ObservationId>();
  for (let index = known; index < observations.length; index += 1) {
    const parentId = observations[index]?.parentId ?? null;
    if (parentId !== null) wanted.add(parentId);
  }
  const found = new Map<ObservationId, number>();
  for (let index = 0; index < observations.length && wanted.size > 0; index += 1) {
    const id = observations[index]?.id ?? '';
    if (!wanted.delete(id)) continue;
    found.set(id, index < known ? last.order.indexOf(index) : last.rowCount + index - known);
  }
  return found;
}

/** A place of the last layout where new rows go in: below its row `parent`, at `end`, where that one's subtree ended. */
interface Gap {
  readonly parent: number;
  readonly end: number;
}

function insertRows(
  last: TraceTreeLayout,
  observations: readonly Observation[],
  parents: Int32Array,
  rewritten: readonly number[],
): GrownTraceTree {
  const known = last.observations.length;
  const children = new Map<number, number[]>();
  for (const [fresh, parent] of parents.entries()) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(last.rowCount + fresh);
    else children.set(parent, [last.rowCount + fresh]);
  }
  const gaps = [...children.keys()].filter((parent) => parent < last.rowCount).map(gapOf(last));
  // Where several subtrees end together, the innermost is continued first.
  gaps.sort((a, b) => a.end - b.end || b.parent - a.parent);

  const top = last.head ? 0 : -1;
  const rowCount = last.rowCount + parents.length;
  const grown = { ...rowColumns(rowCount), rootCount: last.rootCount };
  const { order, parent, depth, position, childCount, subtreeEnd } = grown;
  const kept: { start: number; end: number; shift: number }[] = [];
  const added: number[] = [];
  const orphanRows = new Set<number>();
  const firstEnd = gaps[0]?.end ?? last.rowCount;
  const placeOf = new Int32Array(last.rowCount - firstEnd);
  const rowOfNew = new Int32Array(parents.length);
  const placed = (at: number) =>
    at >= last.rowCount
      ? (rowOfNew[at - last.rowCount] as number)
      : at < firstEnd
        ? at
        : (placeOf[at - firstEnd] as number);

  let taken = 0;
  const keepUpTo = (end: number) => {
    if (end === taken) return;
    const shift = added.length;
    for (const [to, from] of [
      [order, last.order],
      [parent, last.parent],
      [depth, last.depth],
      [position, last.position],
      [childCount, last.childCount],
      [subtreeEnd, last.subtreeEnd],
    ] as const) {
      to.set(from.subarray(taken, end), taken + shift);
    }
    for (let row = Math.max(taken, firstEnd); row < end; row += 1) placeOf[row - firstEnd] = row + shift;
    kept.push({ start: taken, end, shift });
    taken = end;
  };
  const add = (at: number) => {
    const row = taken + added.length;
    const fresh = at - last.rowCount;
    const node = parents[fresh] as number;
    const above = node === -1 ? top : placed(node);
    rowOfNew[fresh] = row;
    order[row] = known + fresh;
    parent[row] = above;
    subtreeEnd[row] = row + 1;
    depth[row] = above === -1 ? 0 : Math.min(MAX_DEPTH, (depth[above] as number) + 1);
    position[row] =
      above === -1 ? (grown.rootCount += 1) : (childCount[above] = (childCount[above] as number) + 1);
    added.push(row);
    const { parentId = null, isAppRoot } = observations[known + fresh] ?? {};
    if (node === -1 && parentId !== null && isAppRoot === false) orphanRows.add(row);
  };
  for (const gap of gaps) {
    keepUpTo(gap.end);
    const waiting = (children.get(gap.parent) ?? []).toReversed();
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      add(at);
      for (const child of (children.get(at) ?? []).toReversed()) waiting.push(child);
    }
  }
  keepUpTo(last.rowCount);

  // Rows below the first gap know each other by numbers that have changed, and those around it end later.
  for (const { start, end, shift } of kept) {
    if (shift === 0) continue;
    for (let row = start; row < end; row += 1) {
      const above = last.parent[row] as number;
      parent[row + shift] = above === -1 ? -1 : placed(above);
      subtreeEnd[row + shift] = placed((last.subtreeEnd[row] as number) - 1) + 1;
    }
  }
  for (let row = firstEnd < last.rowCount ? (last.parent[firstEnd] as number) : -1; row !== -1;) {
    subtreeEnd[row] = placed((last.subtreeEnd[row] as number) - 1) + 1;
    row = last.parent[row] as number;
  }
  for (const row of added.toReversed()) {
    let above = parent[row] as number;
    while (above !== -1 && (subtreeEnd[above] as number) <= row) {
      subtreeEnd[above] = row + 1;
      above = parent[above] as number;
    }
  }

  for (const row of last.orphanRows) orphanRows.add(placed(row));
  const rowsRewritten = rewritten.map((index) => placed(last.order.indexOf(index)));
  return {
    layout: { ...grown, observations, head: last.head, rowCount, orphanRows },
    kept,
    changedRows: [...added, ...rowsRewritten],
  };
}

function gapOf(last: TraceTreeLayout) {
  return (parent: number): Gap => ({
    parent,
    end: parent === -1 ? last.rowCount : (last.subtreeEnd[parent] as number),
  });
}
