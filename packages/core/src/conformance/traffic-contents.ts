import type { Patch } from '../model/patch.ts';
import type { StoreContents } from '../query/store-contents.ts';
import { tableContents } from '../store/table-contents.ts';
import type { OmittedField, TraceStoreCapabilities } from '../store/trace-store.ts';
import { TraceTable } from '../store/trace-table.ts';

type Carrying = Pick<TraceStoreCapabilities, 'omits'>;

/** What a store holds after it was sent some traffic, for the reference evaluators. */
export function trafficContents(traffic: readonly Patch[], capabilities: Carrying = {}): StoreContents {
  const table = new TraceTable();
  for (const patch of carried(traffic, capabilities)) table.fold(patch);
  return tableContents(table);
}

/** Traffic without the fields that a store says it omits. */
export function carried(traffic: readonly Patch[], { omits = [] }: Carrying): readonly Patch[] {
  if (omits.length === 0) return traffic;
  const isCarried = (kind: Patch['kind'], field: string) =>
    !omits.includes(`${kind}.${field}` as OmittedField);
  return traffic.map((patch) => {
    const fields = Object.entries(patch).filter(([field]) => isCarried(patch.kind, field));
    return Object.fromEntries(fields) as unknown as Patch;
  });
}
