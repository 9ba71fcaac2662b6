/**
 * The first `count` of many items, in order: what sorting all of them and cutting would give, but only a few times
 * `count` are ever sorted.
 */
export function firstOf<Item>(
  items: readonly Item[],
  count: number,
  compare: (a: Item, b: Item) => number,
): Item[] {
  let best: Item[] = [];
  let last: Item | undefined;
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue;
    best.push(item);
    if (best.length < 2 * count + 64) continue;
    best = best.toSorted(compare).slice(0, count);
    last = best.at(-1);
  }
  return best.toSorted(compare).slice(0, count);
}
