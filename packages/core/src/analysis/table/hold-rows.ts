/** Rows of a list that is kept still while somebody reads it. */
export interface HeldRows<Row> {
  readonly rows: readonly Row[];
  /** Rows that are there now and not shown yet. */
  readonly newCount: number;
}

/**
 * Keeps a list still: rows that are shown stay in their places and show what they are now, new ones wait, rows that are
 * gone leave, and what further pages bring is added at the end.
 *
 * ```
 *   shown   a b c d        now   x b a c          shown next   a b c d
 *                                │       └ d was pushed beyond what is loaded, so it stays
 *                                └ waits: 1 new
 * ```
 *
 * @param hasMore - there is more than what is loaded: a row missing at the end may have been pushed out of it.
 */
export function holdRows<Row>(
  shown: readonly Row[],
  now: readonly Row[],
  idOf: (row: Row) => string,
  hasMore: boolean,
): HeldRows<Row> {
  const places = new Map(now.map((row, place) => [idOf(row), place]));
  const shownIds = new Set(shown.map(idOf));
  const lastKept = shown.findLastIndex((row) => places.has(idOf(row)));
  const rows = shown.flatMap((row, place) => {
    const fresh = now[places.get(idOf(row)) ?? -1];
    if (fresh !== undefined) return [fresh];
    return hasMore && place > lastKept ? [row] : [];
  });

  const lastShown = now.findLastIndex((row) => shownIds.has(idOf(row)));
  let newCount = 0;
  for (const [place, row] of now.entries()) {
    if (shownIds.has(idOf(row))) continue;
    if (place > lastShown && lastShown !== -1) rows.push(row);
    else newCount += 1;
  }
  return { rows, newCount };
}
