import type { EpochMs, Patch } from '@oriel/core';
import { observationPatch, spanTime } from './observation-patch.ts';
import type { OtlpExport } from './otlp-export.ts';
import { groupMetadata } from './span-metadata.ts';
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
    const common = groupMetadata(group);
    for (const span of group.spans) {
      const at = spanTime(span, now);
      patches.push(observationPatch(span, group, common, at));
      tracePatches.add(span, group, at);
    }
  }
  patches.push(...tracePatches);
  return patches;
}
