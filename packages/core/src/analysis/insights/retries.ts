import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { lengthOf } from './insight-source.ts';
import type { InsightSource } from './insight-source.ts';

/** Attempts at one step, one after the other: all but the last failed. */
export interface RetryRun {
  readonly rows: readonly number[];
  readonly failures: number;
  /** The last attempt went well. */
  readonly isRecovered: boolean;
  /** What the failed attempts took, in milliseconds. */
  readonly lostTime: number;
}

/** Clocks differ by about this much between one attempt and the next. */
const GRAIN_MS = 1;

/** Finds siblings of one type and name that were tried again after failing. Attempts side by side are no retries. */
export function* findRetries({
  layout,
  times,
  steps,
}: Omit<InsightSource, 'payloads'>): Pausable<RetryRun[]> {
  const { rowCount, subtreeEnd } = layout;
  const found: RetryRun[] = [];
  let seen = 0;
  for (const parent of steps.parentsOfFailed) {
    const open = new Map<number, number[]>();
    const last = parent === -1 ? rowCount : (subtreeEnd[parent] as number);
    for (let row = parent + 1; row < last; row = subtreeEnd[row] as number) {
      seen += 1;
      if (seen % ROWS_AT_ONCE === 0) yield;
      const step = steps.step[row] as number;
      const run = open.get(step);
      const before = run?.at(-1);
      if (!run && !steps.hasFailed[row]) continue;
      const isNext =
        before !== undefined && (times.start[row] as number) >= (times.end[before] as number) - GRAIN_MS;
      if (run && isNext) run.push(row);
      if (!steps.hasFailed[row]) {
        if (run && isNext) found.push(runOf(run, true));
        open.delete(step);
      } else if (!isNext) {
        if (run) close(run);
        open.set(step, [row]);
      }
    }
    for (const run of open.values()) close(run);
  }
  return found;

  function close(run: readonly number[]): void {
    if (run.length > 1) found.push(runOf(run, false));
  }

  function runOf(rows: readonly number[], isRecovered: boolean): RetryRun {
    const failed = isRecovered ? rows.slice(0, -1) : rows;
    const lostTime = failed.reduce((sum, row) => sum + lengthOf(times, row), 0);
    return { rows, failures: failed.length, isRecovered, lostTime };
  }
}
