import type { RecordKind } from '../records/record-columns.ts';
import type { Tables } from '../schema/tables.ts';
import { mapWithoutNoise, unitOrder } from './expressions.ts';
import { pickColumns } from './pick-columns.ts';
import type { Columns } from './pick-columns.ts';
import { scoresSource } from './record-sources.ts';
import type { SourceBounds } from './record-sources.ts';

const PAYLOAD: Columns = {
  traceId: 'trace_id',
  id: 'id',
  hasInput: "r_input != ''",
  hasOutput: "r_output != ''",
  inputTexts: "if(r_input != '', r_inputTexts.2, f_inputTexts.2)",
  outputTexts: "if(r_output != '', r_outputTexts.2, f_outputTexts.2)",
  toolNames: 'r_toolNames.2',
  metadata: 'f_metadata.2',
  metadataKeys: 'f_metadataKeys.2',
  metadataTexts: 'f_metadataTexts.2',
  convention: 'f_convention.2',
};

/** Payloads as queries look at them: their texts, and metadata by path. */
export function payloadsSource({ payloads }: Tables, kind: RecordKind, bounds: SourceBounds): string {
  return `(SELECT ${pickColumns(PAYLOAD, `traceId id ${bounds.for}`)}
  FROM ${payloads} FINAL WHERE kind = '${kind}' AND (${bounds.where ?? '1'}))`;
}

/** Scores by what they are on, oldest first. `where` narrows them. */
export function scoreListsSource(tables: Tables, keys: readonly string[], where: string): string {
  const list = `arraySort(j -> (j.1, j.2), groupArray((timestamp, ${unitOrder('id')}, name, value, id)))`;
  return `(SELECT ${keys.map((key) => `assumeNotNull(${key}) AS ${key}`).join(', ')}, ${list} AS scoreList
  FROM ${scoresSource(tables, { for: `${list} ${keys.join(' ')}` })}
  WHERE ${keys.map((key) => `isNotNull(${key})`).join(' AND ')} AND (${where})
  GROUP BY ${keys.join(', ')})`;
}

/** A source of traces with the columns that some SQL speaks of. */
export type TraceSource = (spokenOf: string) => string;

const GROUP: Columns = {
  firstStart: 'min(startTime)',
  lastMoment: 'max(ifNull(endTime, startTime))',
  traceCount: 'count()',
  usageSum: mapWithoutNoise('sumKahanMap(usage)'),
  costSum: mapWithoutNoise('sumKahanMap(cost)'),
};

const SESSION: Columns = {
  id: 'assumeNotNull(sessionId)',
  ...GROUP,
  userIds: `arraySort(u -> ${unitOrder('u')}, groupUniqArray(userId))`,
  firstEnvironment: `argMin(environment, (startTime, ${unitOrder('traceOfGroup')}))`,
};

/** The sessions that traces make. */
export function sessionsSource(traces: TraceSource, spokenOf: string): string {
  return groupsSource(SESSION, 'sessionId', traces, spokenOf);
}

const USER: Columns = {
  id: 'assumeNotNull(userId)',
  ...GROUP,
  sessionCount: 'uniqExact(sessionId)',
  errorTraces: "countIf(level = 'ERROR')",
};

/** The users that traces name. */
export function usersSource(traces: TraceSource, spokenOf: string): string {
  return groupsSource(USER, 'userId', traces, spokenOf);
}

function groupsSource(columns: Columns, key: string, traces: TraceSource, spokenOf: string): string {
  const picked = pickColumns(columns, `id ${spokenOf}`);
  return `(SELECT ${picked}
  FROM (SELECT *, id AS traceOfGroup FROM ${traces(`${picked} ${key}`)})
  WHERE isNotNull(${key}) GROUP BY ${key})`;
}
