import type { ObservationPatch, Patch, ScorePatch, TracePatch } from '@oriel/core';

/** The patches of one record in one batch, with their places in the batch. */
interface Group<P extends Patch> {
  readonly patches: P[];
  readonly places: number[];
}

/** A batch, record by record. */
export interface GroupedPatches {
  /** By trace. */
  readonly traces: ReadonlyMap<string, Group<TracePatch>>;
  /** By trace, then by observation. */
  readonly observations: ReadonlyMap<string, ReadonlyMap<string, Group<ObservationPatch>>>;
  /** By score. */
  readonly scores: ReadonlyMap<string, Group<ScorePatch>>;
}

/** `undefined` stands for a patch that was forgotten: its place is left out. */
export function groupPatches(patches: readonly (Patch | undefined)[]): GroupedPatches {
  const traces = new Map<string, Group<TracePatch>>();
  const observations = new Map<string, Map<string, Group<ObservationPatch>>>();
  const scores = new Map<string, Group<ScorePatch>>();
  for (const [place, patch] of patches.entries()) {
    if (patch === undefined) continue;
    if (patch.kind === 'trace') {
      add(traces, patch, place);
    } else if (patch.kind === 'score') {
      add(scores, patch, place);
    } else {
      const ofTrace = observations.get(patch.traceId) ?? new Map<string, Group<ObservationPatch>>();
      observations.set(patch.traceId, ofTrace);
      add(ofTrace, patch, place);
    }
  }
  return { traces, observations, scores };
}

function add<P extends Patch>(groups: Map<string, Group<P>>, patch: P, place: number): void {
  const group = groups.get(patch.id);
  if (group) {
    group.patches.push(patch);
    group.places.push(place);
  } else {
    groups.set(patch.id, { patches: [patch], places: [place] });
  }
}
