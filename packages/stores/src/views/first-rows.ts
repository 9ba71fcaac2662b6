import type { PageQuery, Position, View } from '@oriel/core';
import { orderNumbers } from './order-numbers.ts';
import type { Rows } from './view-column.ts';
import type { ViewRows } from './view-rows.ts';

/**
 * The first `count` rows after a position in the order of a query, in that order. One pass over all of them: rows that
 * cannot be among the first are passed by, and only a few times `count` are ever sorted.
 *
 * @throws PatchesNeeded
 */
export function firstRows<V extends View>(
  view: ViewRows<V>,
  rows: Rows,
  query: PageQuery,
  after: Position | null,
  count: number,
): number[] {
  const { numbers, numberOf } = orderNumbers(view, rows, query);
  const start = after ? numberOf(after.value) : -Infinity;
  const rowAt = (place: number) => rows[place] ?? 0;
  const compare = (a: number, b: number) =>
    compareNumbers(numbers[a] ?? 0, numbers[b] ?? 0) || view.compareKeys(rowAt(a), rowAt(b));

  /** Places in `rows`; from the first cut on, nothing behind `last` is of interest. */
  let best: number[] = [];
  let last = -1;
  let limit = Infinity;
  // Rows are about as old as their places. Whoever wants the newest finds them at once from behind, and is right to pass
  // all others by; from the front, each would be better than all before it.
  const isBackwards = (numbers.at(-1) ?? 0) < (numbers[0] ?? 0);
  for (let step = 0; step < rows.length; step += 1) {
    const place = isBackwards ? rows.length - 1 - step : step;
    const number = numbers[place] ?? Infinity;
    if (number < start || number > limit) continue;
    if (after && number === start && compareKey(view.keyOf(rowAt(place)), after.key) <= 0) continue;
    if (last >= 0 && number === limit && compare(place, last) > 0) continue;
    best.push(place);
    if (best.length >= 2 * count + 64) {
      best = best.toSorted(compare).slice(0, count);
      last = best.at(-1) ?? -1;
      limit = numbers[last] ?? Infinity;
    }
  }
  return best.toSorted(compare).slice(0, count).map(rowAt);
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareKey(key: readonly string[], other: readonly string[]): number {
  for (const [place, part] of key.entries()) {
    const otherPart = other[place] ?? '';
    if (part !== otherPart) return part < otherPart ? -1 : 1;
  }
  return 0;
}
