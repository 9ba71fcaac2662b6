import type { TracePatch } from '../model/patch.ts';
import { mergeRecord } from './merge-record.ts';
import type { RecordRules, RecordState } from './merge-record.ts';
import { anyTrue, first, latest, latestFilled, smallest } from './register.ts';

/** Reference 2.3 with its KIT deviations, field by field. */
const TRACE_RULES: RecordRules = {
  isRecord: { fold: anyTrue },
  timestamp: { fold: smallest },
  name: { fold: latest, nullClears: true },
  userId: { fold: latest, nullClears: true },
  sessionId: { fold: latest, nullClears: true },
  environment: { fold: first },
  release: { fold: latest, nullClears: true },
  version: { fold: latest, nullClears: true },
  tags: { fold: 'set' },
  public: { fold: latest },
  sampleRate: { fold: smallest },
  input: { fold: latestFilled },
  output: { fold: latestFilled },
  metadata: { fold: 'deep', emptySaysNothing: true },
};

/** What is known of a trace from patches of its own. */
export type TraceState = RecordState;

/** Folds a patch into a trace. In any order and any repetition, the same patches make the same state. */
export function mergeTrace(state: TraceState | undefined, patch: TracePatch): TraceState {
  return mergeRecord(TRACE_RULES, state, patch);
}
