import type { ObservationPatch } from '../model/patch.ts';
import { mergeRecord } from './merge-record.ts';
import type { RecordRules, RecordState } from './merge-record.ts';
import { anyTrue, first, latest, latestFilled, latestSpecific } from './register.ts';

/** Reference 2.3 with its KIT deviations, field by field. */
const OBSERVATION_RULES: RecordRules = {
  parentId: { fold: latest },
  type: { fold: latestSpecific },
  name: { fold: latest, nullClears: true },
  startTime: { fold: first },
  endTime: { fold: latest },
  completionStartTime: { fold: latest },
  level: { fold: latest, nullClears: true },
  statusMessage: { fold: latest },
  model: { fold: latest, nullClears: true },
  modelParameters: { fold: latest, emptySaysNothing: true },
  usage: { fold: latest, emptySaysNothing: true },
  cost: { fold: latest, emptySaysNothing: true },
  computedCost: { fold: latest, nullClears: true, emptySaysNothing: true },
  prompt: { fold: latest },
  environment: { fold: first },
  version: { fold: latest },
  isAppRoot: { fold: anyTrue },
  isInterrupted: { fold: anyTrue },
  graph: { fold: latest },
  input: { fold: latestFilled },
  output: { fold: latestFilled },
  inputMessages: { fold: 'members' },
  outputMessages: { fold: 'members' },
  tools: { fold: latest, emptySaysNothing: true },
  provenance: { fold: 'members' },
  metadata: { fold: 'deep', emptySaysNothing: true },
};

/** What is known of an observation. */
export type ObservationState = RecordState;

/** Folds a patch into an observation. In any order and any repetition, the same patches make the same state. */
export function mergeObservation(
  state: ObservationState | undefined,
  patch: ObservationPatch,
): ObservationState {
  return mergeRecord(OBSERVATION_RULES, state, patch);
}
