import { referenceStore } from '@oriel/core';
import type { Observation, ObservationPatch, Patch, Store } from '@oriel/core';

/** A store that costs next to nothing, so that what is measured around it is the pipeline. */
export interface Sink {
  readonly store: Store;
  /** How many different observations were written since this was last asked. */
  readonly countWritten: () => number;
}

/**
 * Lets go of patches once they are written, as a store does that is not memory. Asked for observations and their
 * payloads, as a pipeline asks that prices what comes in pieces, it answers with those of the last write, without
 * merging anything.
 */
export function sinkStore(): Sink {
  const { traces, media } = referenceStore();
  let ids = new Set<string>();
  let last: readonly ObservationPatch[] = [];
  const sink = {
    write(patches: readonly Patch[]): Promise<void> {
      last = patches.filter((patch) => patch.kind === 'observation');
      for (const { id } of last) ids.add(id);
      return Promise.resolve();
    },
    listObservations: () => Promise.resolve({ items: last.map(observationOf), nextCursor: null }),
    readPayloads: () => Promise.resolve({ trace: null, observations: [] }),
  };
  return {
    store: { traces: Object.assign(Object.create(traces) as typeof traces, sink), media },
    countWritten() {
      const { size } = ids;
      ids = new Set();
      return size;
    },
  };
}

function observationOf(patch: ObservationPatch): Observation {
  return {
    id: patch.id,
    traceId: patch.traceId,
    parentId: patch.parentId ?? null,
    type: patch.type ?? 'SPAN',
    name: patch.name ?? null,
    startTime: patch.startTime ?? patch.at,
    endTime: patch.endTime ?? null,
    completionStartTime: patch.completionStartTime ?? null,
    level: patch.level ?? 'DEFAULT',
    statusMessage: patch.statusMessage ?? null,
    model: patch.model ?? null,
    usage: patch.usage ?? {},
    cost: patch.cost ?? {},
    prompt: patch.prompt ?? null,
    environment: patch.environment ?? 'default',
    version: patch.version ?? null,
    isAppRoot: patch.isAppRoot ?? false,
    isInterrupted: patch.isInterrupted ?? false,
    graph: patch.graph ?? null,
  };
}
