import type { Tables } from '../schema/tables.ts';
import { mapWithoutNoise, unitOrder } from './expressions.ts';
import { pickColumns } from './pick-columns.ts';
import type { Columns } from './pick-columns.ts';
import { traceParts } from './record-sources.ts';
import type { SourceBounds } from './record-sources.ts';

interface TraceBounds extends SourceBounds {
  /** A condition on `partTraceId`. Default: all that there are. */
  readonly having?: string | undefined;
}

/**
 * Traces, each made of its own record, its observations and its scores in one pass over them, as core's `readTrace`
 * makes it.
 */
export function tracesSource(
  tables: Tables,
  { having = "partTraceId != ''", ...bounds }: TraceBounds,
): string {
  const traces = pickColumns(TRACE, `id ${bounds.for}`);
  const sums = pickColumns(SUMS, `traceId ${traces}`);
  const parts = traceParts(tables, { ...bounds, for: sums });
  return `(SELECT ${traces}
  FROM (SELECT ${sums}
  FROM ${parts}
  WHERE ${having}
  GROUP BY partTraceId))`;
}

/**
 * The observation that speaks for its trace: the earliest true root; else the earliest whose parent is missing; else the
 * earliest. Ids are compared by their hashes, since a trace without a root may have a hundred thousand observations.
 */
const ROOT =
  "if(hasRoot, trueRoot, arrayReduce('argMin', arrayMap(p -> p.2, nodes), arrayMap(p -> (has(arrayMap(q -> q.3, nodes), p.4), p.1), nodes)))";

const TRACE: Columns = {
  id: 'traceId',
  root: ROOT,
  name: 'coalesce(ownName, root.2)',
  timestamp: 'coalesce(ownTimestamp, firstStart, ownFirstAt, scoreSince)',
  startTime: 'least(timestamp, ifNull(firstStart, timestamp))',
  endTime: 'lastEnd',
  latency: 'lastEnd - firstStart',
  userId: 'userId',
  sessionId: 'sessionId',
  environment: "coalesce(ownEnvironment, if(observationCount > 0, root.3, 'default'))",
  release: 'release',
  version: 'version',
  tags: `arraySort(t -> ${unitOrder('t')}, allTags)`,
  isPublic: 'isPublic',
  isRecord: 'isRecord',
  sampleRate: 'sampleRate',
  level: `multiIf(errorCount > 0, 'ERROR', warningCount > 0, 'WARNING', defaultCount > 0, 'DEFAULT', debugCount > 0, 'DEBUG', 'DEFAULT')`,
  errorCount: 'errorCount',
  warningCount: 'warningCount',
  defaultCount: 'defaultCount',
  debugCount: 'debugCount',
  observationCount: 'observationCount',
  usage: mapWithoutNoise('usageSums'),
  cost: mapWithoutNoise('costSums'),
  rootId: 'root.1',
  scoreList: 'arraySort(j -> (j.1, j.2), scoreParts)',
};

const SUMS: Columns = {
  traceId: 'partTraceId',
  ownName: 'anyIf(partName, isTrace)',
  userId: 'anyIf(partUserId, isTrace)',
  sessionId: 'anyIf(partSessionId, isTrace)',
  release: 'anyIf(partRelease, isTrace)',
  version: 'anyIf(partVersion, isTrace)',
  ownEnvironment: 'anyIf(partEnvironment, isTrace)',
  allTags: 'groupUniqArrayArrayIf(partTags, isTrace)',
  isPublic: 'maxIf(partPublic, isTrace)',
  isRecord: 'maxIf(partIsRecord, isTrace)',
  sampleRate: 'anyIf(partSampleRate, isTrace)',
  ownTimestamp: 'anyIf(partTimestamp, isTrace)',
  ownFirstAt: 'minOrNullIf(firstAt, isTrace)',
  firstStart: 'minOrNullIf(partStart, isObservation)',
  lastEnd: 'maxOrNullIf(ifNull(partEnd, partStart), isObservation)',
  scoreSince: 'minOrNullIf(scoreTime, isScore)',
  observationCount: 'countIf(isObservation)',
  errorCount: "countIf(isObservation AND partLevel = 'ERROR')",
  warningCount: "countIf(isObservation AND partLevel = 'WARNING')",
  defaultCount: "countIf(isObservation AND partLevel = 'DEFAULT')",
  debugCount: "countIf(isObservation AND partLevel = 'DEBUG')",
  usageSums: 'sumKahanMapIf(partUsage, isObservation)',
  costSums: 'sumKahanMapIf(partCost, isObservation)',
  scoreParts: 'groupArrayIf(scorePart, isScore)',
  hasRoot: 'countIf(isObservation AND isRoot) > 0',
  trueRoot: 'argMinIf(node, place, isObservation AND isRoot)',
  nodes: 'groupArrayIf((place, node, ownHash, parentHash), isObservation)',
};

/** What can be selected of a trace. */
export const TRACE_COLUMNS: readonly string[] = Object.keys(TRACE);
