import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { observationOf } from './insight-source.ts';
import type { InsightSource } from './insight-source.ts';

/** Siblings that go round: the same steps in the same order, again and again. */
export interface Loop {
  readonly rows: readonly number[];
  /** Rows of one round. */
  readonly period: number;
  readonly rounds: number;
  /** From its first start to its last end, in milliseconds. */
  readonly time: number;
}

/** Longest round that is looked for. */
const MAX_PERIOD = 4;
/** An agent that goes round a few times is at work. */
const MIN_ROUNDS = 6;
/** One step again and again is mostly a list being worked off. */
const MIN_ROUNDS_OF_ONE = 12;

/**
 * Finds rounds among siblings by type and name alone, smallest rounds first.
 *
 * ```
 *   children   plan  llm tool  llm tool  llm tool  …  answer
 *                    └──1───┘  └──2───┘  └──3───┘
 * ```
 */
export function* findLoops({ layout, times, steps }: Omit<InsightSource, 'payloads'>): Pausable<Loop[]> {
  const found: Loop[] = [];
  for (let parent = -1; parent < layout.rowCount; parent += 1) {
    if (parent % ROWS_AT_ONCE === 0) yield;
    const count = parent === -1 ? layout.rootCount : (layout.childCount[parent] as number);
    if (count < 2 * MIN_ROUNDS) continue;
    const rows = yield* loopingRows(layout, parent);
    const keys = rows.map((row) => steps.step[row] as number);
    const isTaken = new Uint8Array(rows.length);
    for (let period = 1; period <= MAX_PERIOD; period += 1) {
      yield;
      for (const [from, until] of repeats(keys, period)) {
        const rounds = Math.floor((until - from) / period);
        if (rounds < (period === 1 ? MIN_ROUNDS_OF_ONE : MIN_ROUNDS) || isTaken[from]) continue;
        isTaken.fill(1, from, until);
        const members = rows.slice(from, from + rounds * period);
        found.push({ rows: members, period, rounds, time: timeOf(members) });
      }
    }
  }
  return found;

  function timeOf(rows: readonly number[]): number {
    let end = Number.NEGATIVE_INFINITY;
    for (const row of rows) end = Math.max(end, times.end[row] as number);
    return end - (times.start[rows[0] ?? 0] as number);
  }
}

/** Rows directly below a row, or the roots for -1, by start: all but events, which mark steps and are none. */
function* loopingRows(layout: InsightSource['layout'], parent: number): Pausable<number[]> {
  const { rowCount, subtreeEnd } = layout;
  const rows: number[] = [];
  const last = parent === -1 ? rowCount : (subtreeEnd[parent] as number);
  let seen = 0;
  for (let row = parent + 1; row < last; row = subtreeEnd[row] as number) {
    seen += 1;
    if (seen % ROWS_AT_ONCE === 0) yield;
    if (observationOf(layout, row)?.type !== 'EVENT') rows.push(row);
  }
  return rows;
}

/** Stretches in which every key equals the one `period` before it, as `[from, until)`. */
function* repeats(keys: readonly number[], period: number): Generator<readonly [number, number]> {
  let from = 0;
  for (let index = period; index <= keys.length; index += 1) {
    if (index < keys.length && keys[index] === keys[index - period]) continue;
    if (index - from > period) yield [from, index];
    from = index - period + 1;
  }
}
