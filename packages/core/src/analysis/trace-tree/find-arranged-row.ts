import type { ArrangedTraceTree } from './arrange-trace-tree.ts';
import { findVisibleIndex } from './find-visible-index.ts';

/** Row that shows a row of the whole layout, not the group it is in; where it is left out, the one before it; or -1. */
export function findArrangedRow({ wholeRow }: ArrangedTraceTree, row: number): number {
  const found = findVisibleIndex(wholeRow, row);
  // A group stands right before its first member and shows the same row.
  return found !== -1 && wholeRow[found + 1] === wholeRow[found] ? found + 1 : found;
}
