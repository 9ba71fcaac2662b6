import type { Patch } from '../model/patch.ts';
import type { TraceStructure } from '../model/trace.ts';
import { TraceTable } from '../store/trace-table.ts';

/** The one trace that patches make, without a store around it. */
export function traceStructure(patches: readonly Patch[]): TraceStructure {
  const table = new TraceTable();
  for (const patch of patches) table.fold(patch);
  const [structure, ...others] = table.structures();
  if (structure && others.length === 0) return structure;
  throw new Error(`The patches make ${others.length + (structure ? 1 : 0)} traces, not one.`);
}
