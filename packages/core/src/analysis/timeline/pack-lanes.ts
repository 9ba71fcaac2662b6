import type { Milliseconds } from '../../model/units.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
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
  const order = placingOrder(tree, start);
  const lane = new Int32Array(rowCount);
  const sizes: number[] = [];
  const free = new FreeLanes();
  for (let rank = 0; rank < rowCount; rank += 1) {
    const row = order ? (order[rank] as number) : rank;
    const above = parent[row] as number;
    const from = start[row] as number;
    const found = free.firstFree(above === -1 ? 0 : (lane[above] as number) + 1, from);
    lane[row] = found;
    free.occupy(found, Math.max(end[row] as number, from + MOMENT_MS));
    sizes[found] = (sizes[found] ?? 0) + 1;
  }

  const laneStart = new Int32Array(sizes.length + 1);
  sizes.forEach((size, index) => (laneStart[index + 1] = (laneStart[index] as number) + size));
  const next = laneStart.slice();
  const bars = new Int32Array(rowCount);
  for (let rank = 0; rank < rowCount; rank += 1) {
    const row = order ? (order[rank] as number) : rank;
    const found = lane[row] as number;
    const place = next[found] as number;
    bars[place] = row;
    next[found] = place + 1;
  }
  return { lane, laneCount: sizes.length, bars, laneStart };
}

/** Rows by start, parents before their children; `null` where that is the order of the rows, as it mostly is. */
function placingOrder(tree: TraceTreeLayout, start: Float64Array): Int32Array | null {
  const { rowCount, parent } = tree;
  let sorted = 1;
  while (sorted < rowCount && (start[sorted - 1] as number) <= (start[sorted] as number)) sorted += 1;
  if (sorted >= rowCount) return null;

  const byStart = rowsByStart(tree, start);
  const order = new Int32Array(rowCount);
  const isPlaced = new Uint8Array(rowCount);
  const waiting: number[] = [];
  let count = 0;
  // Loops by index: an iterator over a million entries takes as long as placing them.
  for (let rank = 0; rank < rowCount; rank += 1) {
    for (let row = byStart[rank] as number; row !== -1 && isPlaced[row] === 0; row = parent[row] as number) {
      isPlaced[row] = 1;
      waiting.push(row);
    }
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      order[count] = row;
      count += 1;
    }
  }
  return order;
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
