import type { EpochMs, Patch } from '@oriel/core';
import { observationPatch } from './observation-patch.ts';
import type { OtlpExport } from './otlp-export.ts';
import { SpanReader } from './span-reading.ts';
import { TracePatches } from './trace-patches.ts';

/**
 * The patches of an export.
 *
 * @param now - the time of spans that carry none.
 */
export function exportPatches({ groups }: OtlpExport, now: EpochMs): Patch[] {
  const patches: Patch[] = [];
  const tracePatches = new TracePatches();
  for (const group of groups) {
    const reader = new SpanReader(group, now);
    for (const span of group.spans) {
      const reading = reader.read(span);
      patches.push(observationPatch(reading));
      tracePatches.add(reading);
    }
  }
  patches.push(...tracePatches);
  return patches;
}
