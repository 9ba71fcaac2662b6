import type { ObservationId } from '../../model/ids.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';

/** Rows of the named observations together with `others`, upwards and each once. */
export function rowsOfNodes(
  { observations, order, rowCount }: TraceTreeLayout,
  ids: ReadonlySet<ObservationId>,
  others: Int32Array = new Int32Array(0),
): Int32Array {
  const rows = new Int32Array(rowCount);
  let count = 0;
  let next = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const isOther = others[next] === row;
    if (isOther) next += 1;
    const observation = observations[order[row] as number];
    if (!isOther && !(observation && ids.has(observation.id))) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.slice(0, count);
}
