import type { ArrangedTraceTree } from './arrange-trace-tree.ts';

/** Where rows of the whole layout are in its arrangement, upwards; those that are left out are not there. */
export function arrangeRows(
  { wholeRow, groupSize, rowCount }: ArrangedTraceTree,
  rows: Int32Array,
): Int32Array {
  const places = new Int32Array(rows.length);
  let count = 0;
  let next = 0;
  for (let row = 0; row < rowCount && next < rows.length; row += 1) {
    if (groupSize[row] !== 0) continue;
    while ((rows[next] as number) < (wholeRow[row] as number)) next += 1;
    if (rows[next] !== wholeRow[row]) continue;
    places[count] = row;
    count += 1;
    next += 1;
  }
  return places.slice(0, count);
}
