/** Where a row is among visible rows, or where its nearest visible ancestor or predecessor is; -1 before them all. */
export function findVisibleIndex(visibleRows: Int32Array, row: number): number {
  let low = 0;
  let high = visibleRows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = visibleRows[middle] ?? 0;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
