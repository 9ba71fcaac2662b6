import type { ScorePatch } from '../model/patch.ts';
import { mergeRecord } from './merge-record.ts';
import type { RecordRules, RecordState } from './merge-record.ts';
import { first, latest } from './register.ts';

/** Reference 2.3: a score's target, time and environment never change; the judgement does. */
const SCORE_RULES: RecordRules = {
  name: { fold: latest },
  value: { fold: latest },
  dataType: { fold: latest },
  source: { fold: latest },
  traceId: { fold: first },
  observationId: { fold: first },
  sessionId: { fold: first },
  datasetRunId: { fold: first },
  comment: { fold: latest },
  configId: { fold: latest },
  authorId: { fold: latest },
  metadata: { fold: 'deep', emptySaysNothing: true },
  environment: { fold: first },
  timestamp: { fold: first },
};

/** What is known of a score. */
export type ScoreState = RecordState;

/** Folds a patch into a score. In any order and any repetition, the same patches make the same state. */
export function mergeScore(state: ScoreState | undefined, patch: ScorePatch): ScoreState {
  return mergeRecord(SCORE_RULES, state, patch);
}
