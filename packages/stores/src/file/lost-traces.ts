import type { TraceId } from '@oriel/core';
import type { TraceEngine } from '../engine/trace-engine.ts';
import type { PatchRef } from '../log/patch-log.ts';
import type { LogFinding } from './log-findings.ts';

/** Adds to a finding which traces lost something, as far as the engine's columns know what they were made of. */
export function lostTraces(engine: TraceEngine, finding: LogFinding): LogFinding {
  if (finding.kind !== 'damaged-segment' || finding.lost.length === 0) return finding;
  const isLost = (ref: PatchRef) =>
    finding.lost.some(({ from, to }) => ref >= from && (to === null || ref < to));
  const { traces } = engine.tables;
  const traceIds: TraceId[] = [];
  for (const row of traces.rows.inUse) {
    const refs: PatchRef[] = [];
    engine.collectRefs(row, refs);
    const id = traces.idOf(row);
    if (id !== null && refs.some(isLost)) traceIds.push(id);
  }
  return { ...finding, traceIds };
}
