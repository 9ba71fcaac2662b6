import type { Milliseconds } from '../../model/units.ts';
import type { TraceTreeLayout } from '../layout-trace-tree.ts';
import { FreeLanes } from './free-lanes.ts';

/** What a moment occupies, so that two at the same time stand in different lanes. */
const MOMENT_MS: Milliseconds = 0.001;

/**
 * Puts bars into the highest lane that is free and below their parent's, in the order they start. A parent is
 * placed before its children even where a lying clock starts them earlier.
 *
 * ```
 *   ▕ agent ██████████████████▏   lane 0
 *   ▕  plan ████   tool ██████▏   lane 1
 *   ▕   llm ██       tool ████▏   lane 2   ← ran beside the other tool
 * ```
 */
export function packLanes(tree: TraceTreeLayout, start: Float64Array, end: Float64Array) {
  const { rowCount, parent } = tree;
  const lane = new Int32Array(rowCount).fill(-1);
  const placed = new Int32Array(rowCount);
  const free = new FreeLanes();
  let placedCount = 0;
  let laneCount = 0;

  const place = (row: number) => {
    const above = parent[row] as number;
    const from = start[row] as number;
    const found = free.firstFree(above === -1 ? 0 : (lane[above] as number) + 1, from);
    lane[row] = found;
    free.occupy(found, Math.max(end[row] as number, from + MOMENT_MS));
    placed[placedCount] = row;
    placedCount += 1;
    if (found >= laneCount) laneCount = found + 1;
  };

  const byStart = rowsByStart(tree, start);
  const waiting: number[] = [];
  // Loops by index: an iterator over a million entries takes as long as placing them.
  for (let rank = 0; rank < rowCount; rank += 1) {
    const row = byStart[rank] as number;
    const above = parent[row] as number;
    if (lane[row] !== -1) continue;
    if (above === -1 || lane[above] !== -1) {
      place(row);
      continue;
    }
    for (let next = row; next !== -1 && lane[next] === -1; next = parent[next] as number) waiting.push(next);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) place(next);
  }

  const laneStart = new Int32Array(laneCount + 1);
  for (let row = 0; row < rowCount; row += 1) increase(laneStart, (lane[row] as number) + 1, 1);
  for (let index = 0; index < laneCount; index += 1)
    increase(laneStart, index + 1, laneStart[index] as number);
  const fill = laneStart.slice();
  const bars = new Int32Array(rowCount);
  for (let index = 0; index < rowCount; index += 1) {
    const row = placed[index] as number;
    const at = lane[row] as number;
    bars[fill[at] as number] = row;
    increase(fill, at, 1);
  }
  return { lane, laneCount, bars, laneStart };
}

function increase(column: Int32Array, index: number, by: number): void {
  column[index] = (column[index] as number) + by;
}

/** Rows in the order they start. Stores answer in this order already, so mostly there is nothing to sort. */
function rowsByStart({ order, rowCount, head }: TraceTreeLayout, start: Float64Array): Int32Array {
  const offset = head ? 1 : 0;
  const rows = new Int32Array(rowCount);
  for (let row = offset; row < rowCount; row += 1) rows[(order[row] as number) + offset] = row;
  let isSorted = true;
  for (let index = 1; index < rowCount && isSorted; index += 1) {
    isSorted = (start[rows[index - 1] as number] as number) <= (start[rows[index] as number] as number);
  }
  return isSorted
    ? rows
    : rows.toSorted((left, right) => (start[left] as number) - (start[right] as number) || left - right);
}
