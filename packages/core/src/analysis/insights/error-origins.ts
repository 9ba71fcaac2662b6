import { isFailed, observationOf } from './insight-source.ts';
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
export function errorOrigins({ layout, times }: Pick<InsightSource, 'layout' | 'times'>): ErrorOrigin[] {
  const { rowCount, parent } = layout;
  // The origin that each row would fail of; -1 where nothing failed.
  const origin = new Int32Array(rowCount).fill(-1);
  const failedOf = new Map<number, number[]>();
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    if (isFailed(observationOf(layout, row))) {
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

  const recovered = recoveredRows(layout);
  return [...failedOf]
    .map(([row, failedRows]) => {
      const top = failedRows.at(-1) ?? row;
      return { row, failedRows, isFatal: parent[top] === -1, isRecovered: recovered.has(top) };
    })
    .toSorted((a, b) => a.row - b.row);
}

/** Failed rows with a later sibling of the same type and name that did not fail. */
function recoveredRows(layout: InsightSource['layout']): ReadonlySet<number> {
  const { rowCount, parent } = layout;
  const hasFailedChild = new Set<number>();
  for (let row = 0; row < rowCount; row += 1) {
    if (isFailed(observationOf(layout, row))) hasFailedChild.add(parent[row] as number);
  }
  const recovered = new Set<number>();
  if (hasFailedChild.size === 0) return recovered;
  const wentWell = new Set<string>();
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    const observation = observationOf(layout, row);
    const above = parent[row] as number;
    if (!observation || !hasFailedChild.has(above)) continue;
    const key = `${above} ${observation.type} ${observation.name}`;
    if (!isFailed(observation)) wentWell.add(key);
    else if (wentWell.has(key)) recovered.add(row);
  }
  return recovered;
}
