import { OBSERVATION_LEVELS } from '../../model/observation.ts';
import type { Observation, ObservationLevel } from '../../model/observation.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';

export interface TraceTreeArrangementOptions {
  /** Observations milder than this are left out. Default `DEBUG`: nothing is. */
  readonly minimumLevel?: ObservationLevel | undefined;
  /** Neighbours of one type and name become one row that opens to show them. Default `false`. */
  readonly isGrouped?: boolean | undefined;
}

/**
 * The rows of a layout as somebody wants to see them. It is a layout itself, so whatever reads one reads this as
 * well; `wholeRow` leads back to what was arranged.
 */
export interface ArrangedTraceTree extends TraceTreeLayout {
  /** Row of the whole layout that each row shows, upwards; of a group, its first member's. */
  readonly wholeRow: Int32Array;
  /** How many siblings a group row stands for, its children; 0 for every other row. */
  readonly groupSize: Int32Array;
}

/**
 * Leaves out what is below a level, and gathers repeated siblings. Nobody is lost by either: what hung from a row
 * that is left out hangs from the nearest row above that stays, in the same place, and members of a group are below
 * its row.
 *
 * ```
 *   whole              from DEFAULT up        grouped
 *   agent              agent                  agent
 *   ├─ retry DEBUG     ├─ search  (lifted)    ├─ search ×3
 *   │  └─ search       ├─ search              │  ├─ search
 *   ├─ search          ├─ search              │  ├─ search
 *   ├─ search          └─ answer              │  └─ search
 *   └─ answer                                 └─ answer
 * ```
 */
export function arrangeTraceTree(
  whole: TraceTreeLayout,
  { minimumLevel = 'DEBUG', isGrouped = false }: TraceTreeArrangementOptions = {},
): ArrangedTraceTree {
  if (minimumLevel === OBSERVATION_LEVELS[0] && !isGrouped) return wholeAsItIs(whole);
  const kept = keepLevels(whole, OBSERVATION_LEVELS.indexOf(minimumLevel));
  const { wholeRow, parent, groupSize } = isGrouped ? groupRepeats(whole, kept) : kept;
  if (wholeRow.length === whole.rowCount && !isGrouped) return { ...whole, wholeRow, groupSize };
  return measureRows(whole, wholeRow, parent, groupSize);
}

/** Nothing is left out or gathered, which a trace that grows asks for with every step it takes. */
function wholeAsItIs(whole: TraceTreeLayout): ArrangedTraceTree {
  const wholeRow = new Int32Array(whole.rowCount);
  for (let row = 0; row < wholeRow.length; row += 1) wholeRow[row] = row;
  return { ...whole, wholeRow, groupSize: new Int32Array(whole.rowCount) };
}

interface Rows {
  readonly wholeRow: Int32Array;
  readonly parent: Int32Array;
  readonly groupSize: Int32Array;
}

function keepLevels(whole: TraceTreeLayout, minimum: number): Rows {
  const { rowCount, observations, order } = whole;
  const wholeRow = new Int32Array(rowCount);
  const parent = new Int32Array(rowCount);
  // Where a row went, or where the nearest one above it that stayed went.
  const placeOf = new Int32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const above = whole.parent[row] as number;
    const place = above === -1 ? -1 : (placeOf[above] as number);
    const observation = observations[order[row] as number];
    if (observation && OBSERVATION_LEVELS.indexOf(observation.level) < minimum) {
      placeOf[row] = place;
      continue;
    }
    wholeRow[count] = row;
    parent[count] = place;
    placeOf[row] = count;
    count += 1;
  }
  return {
    wholeRow: wholeRow.subarray(0, count),
    parent: parent.subarray(0, count),
    groupSize: new Int32Array(count),
  };
}

function groupRepeats(whole: TraceTreeLayout, kept: Rows): Rows {
  const { wholeRow, parent } = kept;
  const count = wholeRow.length;
  const node = (row: number): Observation | undefined =>
    whole.observations[whole.order[wholeRow[row] ?? -1] ?? -1];

  // Each row belongs to the run that its sibling before it belongs to, if they are alike.
  const runOf = new Int32Array(count);
  const runLength = new Int32Array(count);
  const lastChild = new Int32Array(count + 1).fill(-1);
  let groups = 0;
  for (let row = 0; row < count; row += 1) {
    const family = (parent[row] as number) + 1;
    const before = lastChild[family] as number;
    const run = before !== -1 && isRepeat(node(before), node(row)) ? (runOf[before] as number) : row;
    lastChild[family] = row;
    runOf[row] = run;
    runLength[run] = (runLength[run] as number) + 1;
    if (runLength[run] === 2) groups += 1;
  }

  const grouped = {
    wholeRow: new Int32Array(count + groups),
    parent: new Int32Array(count + groups),
    groupSize: new Int32Array(count + groups),
  };
  const placeOf = new Int32Array(count);
  const groupPlace = new Int32Array(count);
  let next = 0;
  for (let row = 0; row < count; row += 1) {
    const run = runOf[row] as number;
    const above = parent[row] as number;
    const family = above === -1 ? -1 : (placeOf[above] as number);
    const size = runLength[run] as number;
    if (size > 1 && run === row) {
      grouped.wholeRow[next] = wholeRow[row] as number;
      grouped.parent[next] = family;
      grouped.groupSize[next] = size;
      groupPlace[run] = next;
      next += 1;
    }
    grouped.wholeRow[next] = wholeRow[row] as number;
    grouped.parent[next] = size > 1 ? (groupPlace[run] as number) : family;
    placeOf[row] = next;
    next += 1;
  }
  return grouped;
}

function isRepeat(before: Observation | undefined, after: Observation | undefined): boolean {
  return before !== undefined && before.type === after?.type && before.name === after.name;
}

/** Everything else that a layout says, from the parents. */
function measureRows(
  whole: TraceTreeLayout,
  wholeRow: Int32Array,
  parent: Int32Array,
  groupSize: Int32Array,
): ArrangedTraceTree {
  const rowCount = wholeRow.length;
  const order = new Int32Array(rowCount);
  const depth = new Uint16Array(rowCount);
  const position = new Int32Array(rowCount);
  const childCount = new Int32Array(rowCount);
  const subtreeEnd = new Int32Array(rowCount);
  const orphanRows = new Set<number>();
  let rootCount = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const source = wholeRow[row] as number;
    const above = parent[row] as number;
    order[row] = whole.order[source] as number;
    subtreeEnd[row] = row + 1;
    if (groupSize[row] === 0 && whole.orphanRows.has(source)) orphanRows.add(row);
    if (above === -1) {
      position[row] = rootCount += 1;
      continue;
    }
    depth[row] = Math.min(MAX_DEPTH, (depth[above] as number) + 1);
    position[row] = childCount[above] = (childCount[above] as number) + 1;
  }
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    const above = parent[row] as number;
    if (above !== -1) subtreeEnd[above] = Math.max(subtreeEnd[above] as number, subtreeEnd[row] as number);
  }
  const { observations, head } = whole;
  const facts = { order, parent, subtreeEnd, depth, position, childCount, rootCount, orphanRows };
  return { observations, head, rowCount, wholeRow, groupSize, ...facts };
}

const MAX_DEPTH = 65_535;
