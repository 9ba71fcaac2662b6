import type { Cost, Observation, Usage } from '../model/observation.ts';
import type { Score } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import type { Trace } from '../model/trace.ts';
import type { User } from '../model/user.ts';
import type { View, ViewItems } from './view-record.ts';

/** What a field can hold; `null` when the record has no value for it. */
export type FieldValue = string | number | boolean | null | readonly string[];

/** How a named field is read from an item. */
export type FieldReader<Item> = (item: Item) => FieldValue;

const tokens = {
  inputTokens: ({ usage }: { usage: Usage }) => usage['input'] ?? null,
  outputTokens: ({ usage }: { usage: Usage }) => usage['output'] ?? null,
  totalTokens: ({ usage }: { usage: Usage }) => usage['total'] ?? null,
  totalCost: ({ cost }: { cost: Cost }) => cost['total'] ?? null,
};

const TRACE_FIELDS: Readonly<Record<string, FieldReader<Trace>>> = {
  id: (trace) => trace.id,
  name: (trace) => trace.name,
  timestamp: (trace) => trace.timestamp,
  startTime: (trace) => trace.startTime,
  endTime: (trace) => trace.endTime,
  latency: (trace) => trace.latency,
  userId: (trace) => trace.userId,
  sessionId: (trace) => trace.sessionId,
  environment: (trace) => trace.environment,
  release: (trace) => trace.release,
  version: (trace) => trace.version,
  tags: (trace) => trace.tags,
  public: (trace) => trace.public,
  level: (trace) => trace.level,
  observationCount: (trace) => trace.observationCount,
  errorCount: (trace) => trace.levelCounts.ERROR,
  warningCount: (trace) => trace.levelCounts.WARNING,
  ...tokens,
};

const OBSERVATION_FIELDS: Readonly<Record<string, FieldReader<Observation>>> = {
  id: (observation) => observation.id,
  traceId: (observation) => observation.traceId,
  parentId: (observation) => observation.parentId,
  type: (observation) => observation.type,
  name: (observation) => observation.name,
  startTime: (observation) => observation.startTime,
  endTime: (observation) => observation.endTime,
  latency: ({ startTime, endTime }) => (endTime === null ? null : endTime - startTime),
  timeToFirstToken: ({ startTime, completionStartTime }) =>
    completionStartTime === null ? null : completionStartTime - startTime,
  level: (observation) => observation.level,
  statusMessage: (observation) => observation.statusMessage,
  model: (observation) => observation.model,
  promptName: (observation) => observation.prompt?.name ?? null,
  environment: (observation) => observation.environment,
  version: (observation) => observation.version,
  ...tokens,
};

const SESSION_FIELDS: Readonly<Record<string, FieldReader<Session>>> = {
  id: (session) => session.id,
  startTime: (session) => session.startTime,
  endTime: (session) => session.endTime,
  traceCount: (session) => session.traceCount,
  userIds: (session) => session.userIds,
  environment: (session) => session.environment,
  ...tokens,
};

const USER_FIELDS: Readonly<Record<string, FieldReader<User>>> = {
  id: (user) => user.id,
  firstSeen: (user) => user.firstSeen,
  lastSeen: (user) => user.lastSeen,
  traceCount: (user) => user.traceCount,
  sessionCount: (user) => user.sessionCount,
  errorCount: (user) => user.errorCount,
  ...tokens,
};

const SCORE_FIELDS: Readonly<Record<string, FieldReader<Score>>> = {
  id: (score) => score.id,
  name: (score) => score.name,
  value: (score) => score.value,
  dataType: (score) => score.dataType,
  source: (score) => score.source,
  traceId: (score) => score.traceId,
  observationId: (score) => score.observationId,
  sessionId: (score) => score.sessionId,
  datasetRunId: (score) => score.datasetRunId,
  comment: (score) => score.comment,
  environment: (score) => score.environment,
  timestamp: (score) => score.timestamp,
};

/** The fields that filters and orders may name, by view. `metadata.<path>` and `scores.<name>` come on top in filters. */
export const VIEW_FIELDS: { readonly [V in View]: Readonly<Record<string, FieldReader<ViewItems[V]>>> } = {
  traces: TRACE_FIELDS,
  observations: OBSERVATION_FIELDS,
  sessions: SESSION_FIELDS,
  users: USER_FIELDS,
  scores: SCORE_FIELDS,
};

/** The field each view is ordered by, newest first, when nobody asks otherwise. */
export const DEFAULT_ORDER_FIELD: Readonly<Record<View, string>> = {
  traces: 'startTime',
  observations: 'startTime',
  sessions: 'startTime',
  users: 'lastSeen',
  scores: 'timestamp',
};
