import type { ScoreId } from '../model/ids.ts';
import type { Score, ScoreDataType, ScoreSource } from '../model/score.ts';
import type { EpochMs } from '../model/units.ts';
import type { ScoreState } from './merge-score.ts';
import { readField, readMetadata } from './read-register.ts';

/** The score that a state describes now. */
export function readScore(id: ScoreId, state: ScoreState): Score {
  const value = readField<number | string>(state, 'value') ?? 0;
  return {
    id,
    name: readField<string>(state, 'name') ?? '',
    value,
    dataType:
      readField<ScoreDataType>(state, 'dataType') ?? (typeof value === 'number' ? 'NUMERIC' : 'CATEGORICAL'),
    source: readField<ScoreSource>(state, 'source') ?? 'API',
    traceId: readField<string>(state, 'traceId'),
    observationId: readField<string>(state, 'observationId'),
    sessionId: readField<string>(state, 'sessionId'),
    datasetRunId: readField<string>(state, 'datasetRunId'),
    comment: readField<string>(state, 'comment'),
    configId: readField<string>(state, 'configId'),
    authorId: readField<string>(state, 'authorId'),
    metadata: readMetadata(state),
    environment: readField<string>(state, 'environment') ?? 'default',
    timestamp: readField<EpochMs>(state, 'timestamp') ?? state.firstAt,
  };
}
