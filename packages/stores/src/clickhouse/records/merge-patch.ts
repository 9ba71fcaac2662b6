import { mergeObservation, mergeScore, mergeTrace } from '@oriel/core';
import type { Patch, ScoreState } from '@oriel/core';

/** What a store keeps of one record, folded by core. */
export type RecordState = ScoreState;

/** Folds a patch into the state of its record, by the rules of its kind. */
export function mergePatch(state: RecordState | undefined, patch: Patch): RecordState {
  if (patch.kind === 'trace') return mergeTrace(state, patch);
  return patch.kind === 'observation' ? mergeObservation(state, patch) : mergeScore(state, patch);
}
