import type { TraceTreeLayout } from './layout-trace-tree.ts';

/**
 * Rows to pin over the top of a scrolled list so that a reader knows where they are: what the first row that can be
 * seen is inside of, outermost first, and only what is scrolled away.
 *
 * ```
 *   visibleRows   0 agent        ← scrolled away: pinned
 *                 1 ├─ plan      ← scrolled away: pinned
 *   first = 2 ─▶  2 │  ├─ llm    ← under the two pinned rows
 *                 3 │  ├─ llm    ← under the two pinned rows
 *                 4 │  └─ llm    ← the first that can be seen
 * ```
 *
 * @param first - place in `visibleRows` of the topmost row that is scrolled into sight.
 * @param limit - most rows to pin; of a longer chain the nearest ancestors.
 */
export function stickyAncestorRows(
  layout: TraceTreeLayout,
  visibleRows: Int32Array,
  first: number,
  limit: number,
): number[] {
  // Pinning a row covers one more, whose own ancestors may be others: go on until nothing changes.
  let pinned: number[] = [];
  for (let covered = 0; covered <= limit; covered += 1) {
    const row = visibleRows[first + covered];
    if (row === undefined) break;
    const chain: number[] = [];
    for (let above = layout.parent[row] ?? -1; above !== -1; above = layout.parent[above] ?? -1) {
      chain.push(above);
      if (chain.length === limit) break;
    }
    pinned = chain.toReversed();
    if (pinned.length <= covered) break;
  }
  return pinned;
}
