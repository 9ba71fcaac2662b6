/** What a store says now of a list that was loaded before. */
export interface FreshRows<Row> {
  /** The beginning of the list as it is now. */
  readonly head: readonly Row[];
  /** Rows that were asked for again by their ids, wherever they are in the list now. */
  readonly again: readonly Row[];
  /** Ids of the rows that were asked for again: those that are in neither answer are gone. */
  readonly askedIds: ReadonlySet<string>;
}

/**
 * Brings the loaded pages of a list up to date without reading all of them: what is new comes first, rows that changed
 * stay where the reader saw them, and those that are gone leave.
 *
 * ```
 *   loaded   a b c │ d e f         head   x a b         again   e
 *   now      x a b c │ d e f                 └ new         └ as it is now, in its place
 * ```
 *
 * @returns `null` when nothing in the head was loaded before: what lies between them and the loaded ones is unknown.
 */
export function refreshRows<Row>(
  pages: readonly (readonly Row[])[],
  { head, again, askedIds }: FreshRows<Row>,
  idOf: (row: Row) => string,
): Row[][] | null {
  const known = new Set(pages.flatMap((page) => page.map(idOf)));
  // What comes after the last loaded row is for the next page to bring.
  const front = head.slice(0, head.findLastIndex((row) => known.has(idOf(row))) + 1);
  if (front.length === 0) return null;

  const inHead = new Set(front.map(idOf));
  const now = new Map(again.map((row) => [idOf(row), row]));
  return pages.map((page, place) => {
    const rest = page.flatMap((row) => {
      const id = idOf(row);
      if (inHead.has(id)) return [];
      const fresh = now.get(id);
      if (fresh) return [fresh];
      return askedIds.has(id) ? [] : [row];
    });
    return place === 0 ? [...front, ...rest] : rest;
  });
}
