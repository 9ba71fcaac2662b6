import type { RecordKind } from '../records/record-columns.ts';
import type { Tables } from '../schema/tables.ts';
import { mapWithoutNoise, unitOrder } from './expressions.ts';
import { scoresSource } from './record-sources.ts';

/** Payloads as queries look at them: their texts, and metadata by path. */
export function payloadsSource({ payloads }: Tables, kind: RecordKind, where = '1'): string {
  return `(SELECT
    trace_id AS traceId,
    id,
    r_input != '' AS hasInput,
    r_output != '' AS hasOutput,
    if(hasInput, r_inputTexts.2, f_inputTexts.2) AS inputTexts,
    if(hasOutput, r_outputTexts.2, f_outputTexts.2) AS outputTexts,
    r_toolNames.2 AS toolNames,
    f_metadata.2 AS metadata,
    f_metadataKeys.2 AS metadataKeys,
    f_metadataTexts.2 AS metadataTexts,
    f_convention.2 AS convention
  FROM ${payloads} FINAL WHERE kind = '${kind}' AND (${where}))`;
}

/** Scores by what they are on, oldest first. `where` narrows them. */
export function scoreListsSource(tables: Tables, keys: readonly string[], where: string): string {
  return `(SELECT ${keys.map((key) => `assumeNotNull(${key}) AS ${key}`).join(', ')},
    arraySort(s -> (s.1, s.2), groupArray((timestamp, ${unitOrder('id')}, name, value, id))) AS scoreList
  FROM ${scoresSource(tables)}
  WHERE ${keys.map((key) => `isNotNull(${key})`).join(' AND ')} AND (${where})
  GROUP BY ${keys.join(', ')})`;
}

/** The sessions that traces make; `traces` is a source of them. */
export function sessionsSource(traces: string): string {
  return `(SELECT
    assumeNotNull(sessionId) AS id,
    min(startTime) AS firstStart,
    max(ifNull(endTime, startTime)) AS lastMoment,
    count() AS traceCount,
    arraySort(u -> ${unitOrder('u')}, groupUniqArray(userId)) AS userIds,
    argMin(environment, (startTime, ${unitOrder('id')})) AS firstEnvironment,
    ${SUMS}
  FROM ${traces} WHERE isNotNull(sessionId) GROUP BY sessionId)`;
}

/** The users that traces name; `traces` is a source of them. */
export function usersSource(traces: string): string {
  return `(SELECT
    assumeNotNull(userId) AS id,
    min(startTime) AS firstStart,
    max(ifNull(endTime, startTime)) AS lastMoment,
    count() AS traceCount,
    uniqExact(sessionId) AS sessionCount,
    countIf(level = 'ERROR') AS errorTraces,
    ${SUMS}
  FROM ${traces} WHERE isNotNull(userId) GROUP BY userId)`;
}

const SUMS = `${mapWithoutNoise('sumKahanMap(usage)')} AS usageSum, ${mapWithoutNoise('sumKahanMap(cost)')} AS costSum`;
