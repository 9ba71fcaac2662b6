import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { observationOf } from './insight-source.ts';
import type { InsightSource } from './insight-source.ts';

/** A failure that nothing below it explains. */
export interface ErrorOrigin {
  readonly row: number;
  /** Rows above that failed because of it, nearest first. */
  readonly failedRows: readonly number[];
  /** Among them, or itself, is a root. */
  readonly isFatal: boolean;
  /** The outermost row that failed went well when it was run again beside itself. */
  readonly isRecovered: boolean;
}

/**
 * Finds where errors began and how far each spread, in one pass from the last row to the first.
 *
 * ```
 *   agent       ERROR timed out       ← failed because of `tool` (2), which says the same
 *     step      ERROR timed out       ← failed because of `tool` (2)
 *       tool    ERROR 500             ← an origin, recovered: the second one went well
 *       tool    DEFAULT
 *       tool (2) ERROR timed out      ← an origin
 * ```
 *
 * Of several failures below a failed row, the one whose message it repeats made it fail, else the last to end.
 */
export function* errorOrigins({
  layout,
  times,
  steps,
}: Omit<InsightSource, 'payloads'>): Pausable<ErrorOrigin[]> {
  if (steps.parentsOfFailed.length === 0) return [];
  const { rowCount, parent } = layout;
  // The origin that each row would fail of; -1 where nothing failed.
  const origin = new Int32Array(rowCount).fill(-1);
  const failedOf = new Map<number, number[]>();
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    if (steps.hasFailed[row]) {
      const below = origin[row] as number;
      if (below === -1) {
        origin[row] = row;
        failedOf.set(row, []);
      } else failedOf.get(below)?.push(row);
    }
    const candidate = origin[row] as number;
    const above = parent[row] as number;
    if (candidate !== -1 && above !== -1 && isLikelier(candidate, origin[above] as number, above)) {
      origin[above] = candidate;
    }
  }

  function isLikelier(candidate: number, current: number, above: number): boolean {
    if (current === -1) return true;
    const message = observationOf(layout, above)?.statusMessage ?? '';
    const isQuoted = quotes(message, candidate);
    if (isQuoted !== quotes(message, current)) return isQuoted;
    return (times.end[candidate] as number) > (times.end[current] as number);
  }

  function quotes(message: string, row: number): boolean {
    const said = observationOf(layout, row)?.statusMessage ?? '';
    return said !== '' && message.includes(said);
  }

  const recovered = yield* recoveredRows(layout, steps);
  return [...failedOf]
    .map(([row, failedRows]) => {
      const top = failedRows.at(-1) ?? row;
      return { row, failedRows, isFatal: parent[top] === -1, isRecovered: recovered.has(top) };
    })
    .toSorted((a, b) => a.row - b.row);
}

/** Failed rows with a later sibling of the same type and name that did not fail. */
function* recoveredRows(
  { rowCount, subtreeEnd }: InsightSource['layout'],
  { step, hasFailed, parentsOfFailed }: InsightSource['steps'],
): Pausable<ReadonlySet<number>> {
  const recovered = new Set<number>();
  let seen = 0;
  for (const above of parentsOfFailed) {
    const waiting = new Map<number, number[]>();
    const last = above === -1 ? rowCount : (subtreeEnd[above] as number);
    for (let row = above + 1; row < last; row = subtreeEnd[row] as number) {
      seen += 1;
      if (seen % ROWS_AT_ONCE === 0) yield;
      const rows = waiting.get(step[row] as number);
      if (hasFailed[row]) {
        if (rows) rows.push(row);
        else waiting.set(step[row] as number, [row]);
      } else if (rows) {
        for (const failed of rows) recovered.add(failed);
        waiting.delete(step[row] as number);
      }
    }
  }
  return recovered;
}
