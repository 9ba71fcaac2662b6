import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { rowTimes } from './row-times.ts';
import type { RowTimes } from './row-times.ts';

/** What rows did themselves, one entry per row, in milliseconds. */
export interface SelfTimes {
  /** Time of the row in which none of its children ran: all of it for a leaf. */
  readonly self: Float64Array;
  /** Time of the row in which at least one child ran. With `self` it is the row's own duration. */
  readonly below: Float64Array;
  /** Longest stretch without a running child, for rows that have children; 0 for leaves. */
  readonly longestGap: Float64Array;
  /** Where that stretch begins, epoch milliseconds. */
  readonly longestGapStart: Float64Array;
}

/**
 * Splits the time of every row into its own and its children's, in one pass. Children that run at once count once,
 * and only while their parent runs.
 *
 * ```
 *   parent   |==========|     self 4, below 6
 *     a      | ===      |
 *     b      |  ===     |     ← overlaps `a`
 *     c      |       ====|=   ← outlives its parent
 *   gap      |     ▒▒   |
 * ```
 */
export function selfTimes(layout: TraceTreeLayout, times: RowTimes = rowTimes(layout)): SelfTimes {
  const { rowCount, subtreeEnd, childCount } = layout;
  const self = new Float64Array(rowCount);
  const below = new Float64Array(rowCount);
  const longestGap = new Float64Array(rowCount);
  const longestGapStart = new Float64Array(rowCount);

  for (let row = 0; row < rowCount; row += 1) {
    const from = times.start[row] as number;
    const until = times.end[row] as number;
    let covered = 0;
    let cursor = from;
    let gap = 0;
    let gapStart = from;
    const last = subtreeEnd[row] as number;
    // Children stand by start, so whatever has run before one ended at the cursor.
    for (let child = row + 1; child < last; child = subtreeEnd[child] as number) {
      const childStart = Math.min(until, Math.max(cursor, times.start[child] as number));
      const childEnd = Math.min(until, times.end[child] as number);
      if (childStart - cursor > gap) {
        gap = childStart - cursor;
        gapStart = cursor;
      }
      if (childEnd > childStart) {
        covered += childEnd - childStart;
        cursor = childEnd;
      }
    }
    if (childCount[row] && until - cursor > gap) {
      gap = until - cursor;
      gapStart = cursor;
    }
    below[row] = covered;
    self[row] = until - from - covered;
    longestGap[row] = gap;
    longestGapStart[row] = gapStart;
  }
  return { self, below, longestGap, longestGapStart };
}
