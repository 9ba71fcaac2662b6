import { traceIdCandidates } from '@oriel/core';
import type { Filter, TraceId } from '@oriel/core';
import type { RowReader } from '../records/row-reader.ts';
import { listPage } from '../views/list-page.ts';
import { selectRows } from '../views/select-rows.ts';
import { traceRows } from '../views/trace-rows.ts';
import type { TraceEngine } from './trace-engine.ts';

/**
 * The trace somebody means by an id of their own, among the traces that meet `within`. Only the few traces that the id
 * may mean are looked at.
 *
 * @throws PatchesNeeded
 */
export function resolveTraceId(
  reader: RowReader,
  engine: TraceEngine,
  anyId: string,
  within: Filter | undefined,
): TraceId | null {
  const { traces } = engine.tables;
  for (const candidate of traceIdCandidates(anyId)) {
    const found = first([traces.find(candidate)]);
    if (found !== null) return found;
  }
  return first(engine.ownIds.find(anyId));

  function first(rows: readonly number[]): TraceId | null {
    const known = Uint32Array.from(rows.filter((row) => row >= 0)).toSorted();
    for (const row of known) engine.sumUp(row);
    const every = traceRows(reader, known);
    const kept = within === undefined ? known : selectRows(every, known, within);
    return listPage(traceRows(reader, kept), kept, { limit: 1 }).items[0]?.id ?? null;
  }
}
