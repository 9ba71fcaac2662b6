import type { Bytes } from '@oriel/core';
import type { TraceEngine } from '../engine/trace-engine.ts';
import type { PatchRef } from '../log/patch-log.ts';
import type { RetainedTrace } from './expired-traces.ts';

/** Every trace of an engine as a policy sees it. `bytesOf` answers what patches take; it is asked for each trace. */
export function retainedTraces(
  engine: TraceEngine,
  bytesOf: (refs: readonly PatchRef[]) => Bytes,
): RetainedTrace[] {
  engine.refresh();
  const { traces } = engine.tables;
  return Array.from(traces.rows.inUse, (row) => {
    const refs: PatchRef[] = [];
    engine.collectRefs(row, refs);
    return { id: traces.idOf(row) ?? '', timestamp: traces.timestamp.get(row) ?? 0, bytes: bytesOf(refs) };
  });
}
