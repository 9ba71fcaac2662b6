import type { Cost, Observation, ObservationPatch } from '@oriel/core';

/**
 * The observation that one patch alone makes: what core's `mergeObservation` and `readObservation` make of it, without
 * the state between them. Most observations arrive whole, so this is the path that has to be short.
 */
export function observationOfPatch(patch: ObservationPatch): Observation {
  const startTime = patch.startTime ?? patch.at;
  const endTime = patch.endTime ?? null;
  return {
    id: patch.id,
    traceId: patch.traceId,
    parentId: patch.parentId ?? null,
    type: patch.type ?? 'SPAN',
    name: patch.name ?? null,
    startTime,
    endTime: endTime === null ? null : Math.max(startTime, endTime),
    completionStartTime: patch.completionStartTime ?? null,
    level: patch.level ?? 'DEFAULT',
    statusMessage: patch.statusMessage ?? null,
    model: patch.model ?? null,
    usage: patch.usage ?? {},
    cost: filled(patch.cost) ?? patch.computedCost ?? {},
    prompt: patch.prompt ?? null,
    environment: patch.environment ?? 'default',
    version: patch.version ?? null,
    isAppRoot: patch.isAppRoot ?? false,
    isInterrupted: patch.isInterrupted ?? false,
    graph: patch.graph ?? null,
  };
}

/** An empty map says nothing. */
function filled(cost: Cost | null | undefined): Cost | null {
  return cost && Object.keys(cost).length > 0 ? cost : null;
}
