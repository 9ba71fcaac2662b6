import type { Milliseconds } from '../../model/units.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { finish, ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { rowTimes } from './row-times.ts';
import type { RowTimes } from './row-times.ts';

/**
 * What a trace waited for, as stretches of time: shorten one and the trace gets shorter. Stretches go by time, never
 * overlap, and cover every moment in which a root ran.
 */
export interface CriticalPath {
  /** Row that each stretch was spent in: the row itself, not what is below it. */
  readonly row: Int32Array;
  /** Start of each stretch, epoch milliseconds. */
  readonly start: Float64Array;
  /** End of each stretch, epoch milliseconds. */
  readonly end: Float64Array;
  /** Stretches of row `r` are `ofRow[firstOfRow[r]]` up to, not including, `ofRow[firstOfRow[r + 1]]`. */
  readonly firstOfRow: Int32Array;
  /** Indexes of stretches, row by row, each row's by time. */
  readonly ofRow: Int32Array;
  /** Time that each row itself spent on the path, in milliseconds; 0 for rows that nobody waited for. */
  readonly selfTime: Float64Array;
  /** The same with everything below the row. */
  readonly subtreeTime: Float64Array;
}

/** Clocks have grains and differ: this much overlap still reads as one after the other. */
const GRAIN_MS: Milliseconds = 1;
const GRAIN_SHARE = 0.01;

/**
 * Finds what a trace waited for, walking back from its end: at each moment the path is in what ended last before it,
 * and inside that again, down to where nothing smaller explains the wait.
 *
 * ```
 *   agent   |============|      path    ▒       ▒    ▒   (self)
 *     plan  | ===        |               ███
 *     slow  |    ====    |                  ███▒          ← what is inside `slow` is seen in the same way
 *     fast  |    ==      |                                ← ended, and nobody waited for it
 *     write |        === |                       ███
 * ```
 *
 * Two that overlap ran side by side, so the earlier one did not hold the later one up. A child starts when its parent
 * does at the earliest, whatever its clock says, and may end after it. Time after a row's end and before that of its
 * last descendant counts as the row's where nothing below it ran.
 */
export function findCriticalPath(layout: TraceTreeLayout, times: RowTimes = rowTimes(layout)): CriticalPath {
  return finish(findCriticalPathInSteps(layout, times));
}

/** {@link findCriticalPath} as work that can be put aside, for a thread that has other things to do. */
export function* findCriticalPathInSteps(layout: TraceTreeLayout, times: RowTimes): Pausable<CriticalPath> {
  const { rowCount } = layout;
  // Written from the back, as the walk goes. A row that is entered adds its own first stretch and one of its parent's.
  const limit = 2 * rowCount;
  const row = new Int32Array(limit);
  const start = new Float64Array(limit);
  const end = new Float64Array(limit);
  let first = limit;
  let cursor = 0;
  function spend(spender: number, from: number): void {
    if (spender !== -1 && from < cursor) {
      first -= 1;
      row[first] = spender;
      start[first] = from;
      end[first] = cursor;
    }
    cursor = from;
  }

  // Candidates of all rows that the walk is inside of, in one stack: the innermost row's on top, its latest topmost.
  const candidates = new Int32Array(limit);
  let top = pushCandidates(layout, times, -1, candidates, 0);
  if (top > 0) cursor = endOf(times, candidates[top - 1] as number);

  // Where the walk is: for each row around it, where that row's candidates begin, and when the walk leaves the row.
  const base = new Int32Array(rowCount + 1);
  const floor = new Float64Array(rowCount + 1);
  floor[0] = Number.NEGATIVE_INFINITY;
  const inside = new Int32Array(rowCount + 1);
  inside[0] = -1;
  let turn = 0;
  for (let level = 0; level >= 0;) {
    turn += 1;
    if (turn % ROWS_AT_ONCE === 0) yield;
    const here = inside[level] as number;
    if (top === base[level]) {
      if (here !== -1) spend(here, floor[level] as number);
      level -= 1;
      continue;
    }
    top -= 1;
    const candidate = candidates[top] as number;
    const child = rowOf(candidate);
    const ended = endOf(times, candidate);
    const began = Math.max(floor[level] as number, times.start[child] as number);
    // Nothing started the roots, so nothing but the one before explains the time before one.
    const grain = here === -1 ? Number.POSITIVE_INFINITY : Math.max(GRAIN_MS, (ended - began) * GRAIN_SHARE);
    if (ended - cursor > grain || Math.min(ended, cursor) <= began) continue;
    spend(here, Math.min(ended, cursor));
    level += 1;
    inside[level] = child;
    floor[level] = began;
    base[level] = top;
    top = pushCandidates(layout, times, child, candidates, top);
  }

  const path = { row: row.slice(first), start: start.slice(first), end: end.slice(first) };
  yield;
  const groups = groupByRow(path.row, rowCount);
  yield;
  return { ...path, ...groups, ...timesByRow(layout, path) };
}

/**
 * Puts what may have been waited for in a row, or in the trace for -1, on the stack from `top`: a child's row stands
 * for the end of its subtree, the complement of the row for its own end where that is earlier. Returns the new top.
 */
function pushCandidates(
  layout: TraceTreeLayout,
  times: RowTimes,
  row: number,
  candidates: Int32Array,
  top: number,
): number {
  const last = row === -1 ? layout.rowCount : (layout.subtreeEnd[row] as number);
  let next = top;
  let isSorted = true;
  let latest = Number.NEGATIVE_INFINITY;
  for (let child = row + 1; child < last; child = layout.subtreeEnd[child] as number) {
    const end = times.end[child] as number;
    const lastEnd = times.lastEnd[child] as number;
    if (end < lastEnd) candidates[next++] = ~child;
    candidates[next++] = child;
    // Of two that end together, the one that started first explains more of the wait: it has to be on top.
    isSorted &&= end > latest;
    latest = lastEnd;
  }
  // Steps that follow one another need no sorting, and most do.
  if (!isSorted) {
    candidates
      .subarray(top, next)
      .sort((left, right) => endOf(times, left) - endOf(times, right) || rowOf(right) - rowOf(left));
  }
  return next;
}

function rowOf(candidate: number): number {
  return candidate < 0 ? ~candidate : candidate;
}

function endOf(times: RowTimes, candidate: number): number {
  return (candidate < 0 ? times.end[~candidate] : times.lastEnd[candidate]) as number;
}

function groupByRow(rows: Int32Array, rowCount: number) {
  const firstOfRow = new Int32Array(rowCount + 1);
  for (const row of rows) firstOfRow[row + 1] = (firstOfRow[row + 1] as number) + 1;
  for (let row = 0; row < rowCount; row += 1) {
    firstOfRow[row + 1] = (firstOfRow[row + 1] as number) + (firstOfRow[row] as number);
  }
  const next = firstOfRow.slice();
  const ofRow = new Int32Array(rows.length);
  for (let stretch = 0; stretch < rows.length; stretch += 1) {
    const row = rows[stretch] as number;
    ofRow[next[row] as number] = stretch;
    next[row] = (next[row] as number) + 1;
  }
  return { firstOfRow, ofRow };
}

function timesByRow(
  { rowCount, parent }: TraceTreeLayout,
  { row: rows, start, end }: Pick<CriticalPath, 'row' | 'start' | 'end'>,
) {
  const selfTime = new Float64Array(rowCount);
  for (let stretch = 0; stretch < rows.length; stretch += 1) {
    const row = rows[stretch] as number;
    selfTime[row] = (selfTime[row] as number) + ((end[stretch] as number) - (start[stretch] as number));
  }
  const subtreeTime = selfTime.slice();
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    const above = parent[row] as number;
    if (above !== -1) subtreeTime[above] = (subtreeTime[above] as number) + (subtreeTime[row] as number);
  }
  return { selfTime, subtreeTime };
}
