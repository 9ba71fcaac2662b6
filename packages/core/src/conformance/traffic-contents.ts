import type { Patch } from '../model/patch.ts';
import type { StoreContents } from '../query/store-contents.ts';
import { tableContents } from '../store/table-contents.ts';
import { TraceTable } from '../store/trace-table.ts';

/** What a store holds after it was sent some traffic, for the reference evaluators. */
export function trafficContents(traffic: readonly Patch[]): StoreContents {
  const table = new TraceTable();
  for (const patch of traffic) table.fold(patch);
  return tableContents(table);
}
