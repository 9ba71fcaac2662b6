import type { Tables } from '../schema/tables.ts';
import { mapWithoutNoise, unitOrder } from './expressions.ts';
import { PART_ORDER, traceParts } from './record-sources.ts';
import type { SourceBounds } from './record-sources.ts';

/**
 * Traces, each made of its own record, its observations and its scores in one pass over them, as core's `readTrace`
 * makes it. ClickHouse leaves out what a query does not ask for.
 */
export function tracesSource(tables: Tables, bounds: SourceBounds & { readonly having?: string } = {}): string {
  const { having = "traceId != ''" } = bounds;
  return `(SELECT
    id,
    coalesce(ownName, root.2) AS name,
    coalesce(ownTimestamp, firstStart, ownFirstAt, scoreSince) AS timestamp,
    least(timestamp, ifNull(firstStart, timestamp)) AS startTime,
    lastEnd AS endTime,
    lastEnd - firstStart AS latency,
    userId, sessionId,
    coalesce(ownEnvironment, if(observationCount > 0, root.3, 'default')) AS environment,
    release, version, tags, isPublic, isRecord, sampleRate,
    multiIf(errorCount > 0, 'ERROR', warningCount > 0, 'WARNING', defaultCount > 0, 'DEFAULT', debugCount > 0, 'DEBUG', 'DEFAULT') AS level,
    errorCount, warningCount, defaultCount, debugCount, observationCount,
    ${mapWithoutNoise('usageSums')} AS usage,
    ${mapWithoutNoise('costSums')} AS cost,
    root.1 AS rootId,
    arraySort(s -> (s.1, s.2), scoreParts) AS scoreList
  FROM (SELECT
    traceId AS id,
    anyIf(partName, isTrace) AS ownName,
    anyIf(partUserId, isTrace) AS userId,
    anyIf(partSessionId, isTrace) AS sessionId,
    anyIf(partRelease, isTrace) AS release,
    anyIf(partVersion, isTrace) AS version,
    anyIf(partEnvironment, isTrace) AS ownEnvironment,
    arraySort(t -> ${unitOrder('t')}, groupUniqArrayArrayIf(partTags, isTrace)) AS tags,
    maxIf(partPublic, isTrace) AS isPublic,
    maxIf(partIsRecord, isTrace) AS isRecord,
    anyIf(partSampleRate, isTrace) AS sampleRate,
    anyIf(partTimestamp, isTrace) AS ownTimestamp,
    minOrNullIf(firstAt, isTrace) AS ownFirstAt,
    minOrNullIf(start, isObservation) AS firstStart,
    maxOrNullIf(ifNull(end, start), isObservation) AS lastEnd,
    minOrNullIf(scoreTime, isScore) AS scoreSince,
    countIf(isObservation) AS observationCount,
    countIf(isObservation AND partLevel = 'ERROR') AS errorCount,
    countIf(isObservation AND partLevel = 'WARNING') AS warningCount,
    countIf(isObservation AND partLevel = 'DEFAULT') AS defaultCount,
    countIf(isObservation AND partLevel = 'DEBUG') AS debugCount,
    sumKahanMapIf(partUsage, isObservation) AS usageSums,
    sumKahanMapIf(partCost, isObservation) AS costSums,
    groupArrayIf((scoreTime, ${unitOrder('partId')}, ifNull(partName, ''), scoreValue, partId), isScore) AS scoreParts,
    ${ROOT} AS root
  FROM ${traceParts(tables, bounds)}
  WHERE ${having}
  GROUP BY traceId))`;
}

const NODE = "(partId, partName, ifNull(partEnvironment, 'default'))";
const PARTS = `groupArrayIf((start, ${unitOrder('partId')}, ${NODE}, cityHash64(partId), cityHash64(ifNull(parentId, ''))), isObservation)`;

/**
 * The observation that speaks for its trace: the earliest true root; else the earliest whose parent is missing; else the
 * earliest. Ids are compared by their hashes, since a trace without a root may have a hundred thousand observations.
 */
const ROOT = `if(countIf(isObservation AND isRoot) > 0,
      argMinIf(${NODE}, ${PART_ORDER}, isObservation AND isRoot),
      arrayMap(nodes -> arraySort(p -> (NOT p.6, p.1, p.2),
        arrayMap(p -> (p.1, p.2, p.3, p.4, p.5, NOT has(arrayMap(q -> q.4, nodes), p.5)), nodes))[1].3, [${PARTS}])[1])`;
