import type { EpochMs } from '../../model/units.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';

/** When each row of a tree ran, one entry per row. Unlike the records, every row has an end. */
export interface RowTimes {
  readonly start: Float64Array;
  /** Its own end, never before its start. */
  readonly end: Float64Array;
  /** When the last of its subtree ended, itself included: work may outlive what started it. */
  readonly lastEnd: Float64Array;
}

/**
 * Reads the times of all rows. An event is a moment. What has no end runs until `now`, unless something above it
 * has ended: then its own end never arrived, and it is known to have lasted as long as what is below it, no longer.
 *
 * @param now - until when running rows have run. @defaultValue the latest time that the trace knows
 */
export function rowTimes(layout: TraceTreeLayout, now: EpochMs = Number.NEGATIVE_INFINITY): RowTimes {
  const { observations, head, rowCount, order, parent } = layout;
  const start = new Float64Array(rowCount);
  const end = new Float64Array(rowCount);
  let latest = now;
  for (let row = 0; row < rowCount; row += 1) {
    const observation = observations[order[row] as number];
    // The trace itself is open here: it takes the ends of what is below it.
    const began = observation?.startTime ?? head?.startTime ?? 0;
    const ended =
      observation?.type === 'EVENT' ? began : observation ? (observation.endTime ?? Number.NaN) : Number.NaN;
    start[row] = began;
    end[row] = ended;
    latest = Math.max(latest, began, Number.isNaN(ended) ? began : ended);
  }

  const isOpen = new Uint8Array(rowCount);
  // Something at or above the row has ended. An event stands for no stretch of time that could have.
  const isOver = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const above = parent[row] as number;
    const began = start[row] as number;
    const isOpenHere = Number.isNaN(end[row]);
    isOver[row] = (above !== -1 && isOver[above]) || (!isOpenHere && (end[row] as number) > began) ? 1 : 0;
    if (!isOpenHere) continue;
    isOpen[row] = 1;
    end[row] = isOver[row] || order[row] === -1 ? began : Math.max(began, latest);
  }

  const lastEnd = Float64Array.from(end);
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    const last = lastEnd[row] as number;
    if (isOpen[row]) end[row] = last;
    const above = parent[row] as number;
    if (above !== -1) lastEnd[above] = Math.max(lastEnd[above] as number, last);
  }
  return { start, end, lastEnd };
}
