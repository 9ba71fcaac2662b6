import type { Patch, TraceId } from '@oriel/core';

/** Traces whose environment is remembered: some megabytes at most. */
const REMEMBERED = 100_000;

/** Which environment traces are in. Updates name none, so their trace's earlier patches have to tell. */
export interface TraceEnvironments {
  /** Takes note of the environments that patches name. */
  learn(patches: readonly Patch[]): void;
  of(traceId: TraceId): string | undefined;
}

export function traceEnvironments(): TraceEnvironments {
  // A map keeps the order of insertion, so its first key is the one remembered for longest.
  const environments = new Map<TraceId, string>();

  const remember = (traceId: TraceId, environment: string) => {
    environments.set(traceId, environment);
    if (environments.size <= REMEMBERED) return;
    const [oldest] = environments.keys();
    if (oldest !== undefined) environments.delete(oldest);
  };

  return {
    learn(patches) {
      for (const patch of patches) {
        const traceId = patch.kind === 'trace' ? patch.id : patch.traceId;
        // A score may be given in another environment than the trace ran in.
        if (patch.kind === 'score' || !traceId || patch.environment === undefined) continue;
        // The first one stays: a trace is kept or dropped as a whole.
        if (!environments.has(traceId)) remember(traceId, patch.environment);
      }
    },
    of: (traceId) => environments.get(traceId),
  };
}
