import type { JsonObject, Score, Trace } from '@oriel/core';
import { isoTime } from './iso-time.ts';

/** A score as the first two versions of Langfuse's API show it: a number and, where it has one, a text. */
export function scoreJson(score: Score): JsonObject {
  return {
    ...identityJson(score),
    traceId: score.traceId,
    observationId: score.observationId,
    sessionId: score.sessionId,
    datasetRunId: score.datasetRunId,
    ...valuesOf(score),
    ...detailsOf(score),
    ...annotationOf(score),
  };
}

/** What lists of scores say of the trace that is judged. */
export function scoredTraceJson({ userId, tags, environment, sessionId }: Trace): JsonObject {
  return { userId, tags, environment, sessionId };
}

/** Groups of fields that a client of the third version may ask for. */
export const SCORE_FIELD_GROUPS = ['details', 'subject', 'annotation'] as const;
export type ScoreFieldGroup = (typeof SCORE_FIELD_GROUPS)[number];

/** A score as the third version shows it: one value, of the type that it is. */
export function scoreV3Json(
  score: Score,
  groups: ReadonlySet<ScoreFieldGroup>,
  projectId: string,
): JsonObject {
  return {
    ...identityJson(score),
    projectId,
    value: score.dataType === 'BOOLEAN' ? score.value === 1 : score.value,
    ...(groups.has('details') ? detailsOf(score) : undefined),
    ...(groups.has('subject') ? { subject: subjectOf(score) } : undefined),
    ...(groups.has('annotation') ? annotationOf(score) : undefined),
  };
}

function identityJson({ id, name, dataType, source, environment, timestamp }: Score): JsonObject {
  const time = isoTime(timestamp);
  return { id, name, dataType, source, environment, timestamp: time, createdAt: time, updatedAt: time };
}

function valuesOf({ dataType, value }: Score): JsonObject {
  if (dataType === 'NUMERIC') return { value };
  if (dataType === 'BOOLEAN') return { value, stringValue: value === 1 ? 'True' : 'False' };
  return { value: dataType === 'TEXT' ? null : 0, stringValue: value };
}

function detailsOf({ comment, configId, metadata }: Score): JsonObject {
  return { comment, configId, metadata };
}

function annotationOf({ authorId }: Score): JsonObject {
  return { authorUserId: authorId, queueId: null };
}

function subjectOf({ traceId, observationId, sessionId, datasetRunId }: Score): JsonObject | null {
  if (observationId !== null) return { kind: 'observation', id: observationId, traceId };
  if (traceId !== null) return { kind: 'trace', id: traceId };
  if (sessionId !== null) return { kind: 'session', id: sessionId };
  return datasetRunId === null ? null : { kind: 'experiment', id: datasetRunId };
}
