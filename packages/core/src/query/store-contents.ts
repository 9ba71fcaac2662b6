import type { ObservationId } from '../model/ids.ts';
import type { ObservationPayload } from '../model/observation.ts';
import type { Score } from '../model/score.ts';
import type { TracePayload, TraceStructure } from '../model/trace.ts';

/** All that a store holds, as the evaluators look at it. */
export interface StoreContents {
  readonly traces: readonly StoredTrace[];
  /** Every score, those on sessions and dataset runs among them, by time, ties by id. */
  readonly scores: readonly Score[];
}

export interface StoredTrace {
  readonly structure: TraceStructure;
  readonly payload: () => TracePayload | null;
  readonly observationPayload: (id: ObservationId) => ObservationPayload | null;
}
