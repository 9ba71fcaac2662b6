/**
 * Moves a column by one among the columns that are shown in its part of the table (start, middle or end); hidden ones
 * keep their distance.
 *
 * @param order - all columns, hidden ones among them, in the order they have now.
 * @param by - `1` towards the end, `-1` towards the start.
 * @returns the new order; the same when there is nowhere to go.
 */
export function moveColumn(
  order: readonly string[],
  id: string,
  by: 1 | -1,
  isNeighbour: (id: string) => boolean,
): readonly string[] {
  const from = order.indexOf(id);
  let to = from + by;
  while (to >= 0 && to < order.length && !isNeighbour(order[to] ?? '')) to += by;
  return from === -1 || to < 0 || to >= order.length
    ? order
    : placeColumn(order, id, order[to] ?? '', by > 0);
}

/** Puts a column before or after another one. */
export function placeColumn(
  order: readonly string[],
  id: string,
  target: string,
  isAfter: boolean,
): readonly string[] {
  if (id === target || !order.includes(id)) return order;
  const rest = order.filter((other) => other !== id);
  const place = rest.indexOf(target);
  return place === -1 ? order : rest.toSpliced(isAfter ? place + 1 : place, 0, id);
}

/** All columns in the order that was asked for; those it does not name follow the one they follow by themselves. */
export function orderColumns(ids: readonly string[], order: readonly string[]): readonly string[] {
  const ordered = order.filter((id) => ids.includes(id));
  const named = new Set(ordered);
  for (const [place, id] of ids.entries()) {
    if (named.has(id)) continue;
    const before = ids[place - 1];
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, id);
    named.add(id);
  }
  return ordered;
}
