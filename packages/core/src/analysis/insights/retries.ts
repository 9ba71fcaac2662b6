import { childRows, isFailed, lengthOf, observationOf } from './insight-source.ts';
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
export function findRetries({ layout, times }: Pick<InsightSource, 'layout' | 'times'>): RetryRun[] {
  const found: RetryRun[] = [];
  for (const parent of parentsOfFailed(layout)) {
    const open = new Map<string, number[]>();
    for (const row of childRows(layout, parent)) {
      const observation = observationOf(layout, row);
      if (!observation) continue;
      const key = `${observation.type} ${observation.name}`;
      const run = open.get(key);
      const last = run?.at(-1);
      const isNext =
        last !== undefined && (times.start[row] as number) >= (times.end[last] as number) - GRAIN_MS;
      if (run && isNext) run.push(row);
      if (!isFailed(observation)) {
        if (run && isNext) found.push(runOf(run, true));
        open.delete(key);
      } else if (!isNext) {
        if (run) close(run);
        open.set(key, [row]);
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

function parentsOfFailed(layout: InsightSource['layout']): ReadonlySet<number> {
  const parents = new Set<number>();
  for (let row = 0; row < layout.rowCount; row += 1) {
    if (isFailed(observationOf(layout, row))) parents.add(layout.parent[row] as number);
  }
  return parents;
}
