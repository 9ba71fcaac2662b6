import { childRows, observationOf } from './insight-source.ts';
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
export function findLoops({ layout, times }: Pick<InsightSource, 'layout' | 'times'>): Loop[] {
  const found: Loop[] = [];
  for (let parent = -1; parent < layout.rowCount; parent += 1) {
    const count = parent === -1 ? layout.rootCount : (layout.childCount[parent] as number);
    if (count < 2 * MIN_ROUNDS) continue;
    const rows = childRows(layout, parent).filter((row) => observationOf(layout, row)?.type !== 'EVENT');
    const keys = rows.map((row) => {
      const observation = observationOf(layout, row);
      return `${observation?.type} ${observation?.name}`;
    });
    const isTaken = new Uint8Array(rows.length);
    for (let period = 1; period <= MAX_PERIOD; period += 1) {
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

/** Stretches in which every key equals the one `period` before it, as `[from, until)`. */
function* repeats(keys: readonly string[], period: number): Generator<readonly [number, number]> {
  let from = 0;
  for (let index = period; index <= keys.length; index += 1) {
    if (index < keys.length && keys[index] === keys[index - period]) continue;
    if (index - from > period) yield [from, index];
    from = index - period + 1;
  }
}
