import type { TraceTreeLayout } from './layout-trace-tree.ts';

/**
 * Place in `visibleRows` of the first row after `from` whose name begins with what was typed, going round at the
 * end; -1 when no name does. Letter case does not matter.
 */
export function findRowByPrefix(
  layout: TraceTreeLayout,
  visibleRows: Int32Array,
  from: number,
  typed: string,
): number {
  const prefix = typed.toLowerCase();
  const count = visibleRows.length;
  for (let step = 1; step <= count; step += 1) {
    const place = (from + step + count) % count;
    const index = layout.order[visibleRows[place] ?? -1] ?? -1;
    const name = index === -1 ? layout.head?.name : layout.observations[index]?.name;
    if (name?.toLowerCase().startsWith(prefix)) return place;
  }
  return -1;
}
