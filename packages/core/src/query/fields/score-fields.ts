import type { Score } from '../../model/score.ts';
import { number, text, texts, time } from './field.ts';
import type { Fields } from './field.ts';
import { RECORD_FIELDS } from './record-fields.ts';

export const SCORE_FIELDS: Fields<Score> = {
  id: text(({ item }) => item.id),
  name: text(({ item }) => item.name),
  /** Numbers and texts: {@link Score.value}. */
  value: { type: 'any', read: ({ item }) => item.value },
  dataType: text(({ item }) => item.dataType),
  source: text(({ item }) => item.source),
  traceId: text(({ item }) => item.traceId),
  observationId: text(({ item }) => item.observationId),
  /** The session it is on as a whole; the session of its trace is `traceSessionId`. */
  sessionId: text(({ item }) => item.sessionId),
  datasetRunId: text(({ item }) => item.datasetRunId),
  configId: text(({ item }) => item.configId),
  authorId: text(({ item }) => item.authorId),
  comment: text(({ item }) => item.comment),
  environment: text(({ item }) => item.environment),
  timestamp: time(({ item }) => item.timestamp),
  // What the trace and the observation it is on know.
  traceName: text(({ trace }) => trace?.name ?? null),
  traceVersion: text(({ trace }) => trace?.version ?? null),
  traceSessionId: text(({ trace }) => trace?.sessionId ?? null),
  userId: text(({ trace }) => trace?.userId ?? null),
  release: text(({ trace }) => trace?.release ?? null),
  tags: texts(({ trace }) => trace?.tags ?? []),
  observationName: text(({ observation }) => observation?.name ?? null),
  observationType: text(({ observation }) => observation?.type ?? null),
  model: text(({ observation }) => observation?.model ?? null),
  promptName: text(({ observation }) => observation?.prompt?.name ?? null),
  promptVersion: number(({ observation }) => observation?.prompt?.version ?? null),
  metadataKeys: RECORD_FIELDS['metadataKeys'] as Fields<Score>[string],
};
