import { totalCost } from '@oriel/core';
import type { JsonObject, JsonValue, Trace, TracePayload } from '@oriel/core';
import { isoTime, seconds } from './iso-time.ts';

/** Groups of fields that a client may ask for. */
export const TRACE_FIELD_GROUPS = ['core', 'io', 'scores', 'observations', 'metrics'] as const;
export type TraceFieldGroup = (typeof TRACE_FIELD_GROUPS)[number];

export interface TraceJsonParts {
  readonly projectId: string;
  readonly groups: ReadonlySet<TraceFieldGroup>;
  /** `null` when it was not asked for. */
  readonly payload: TracePayload | null;
  /** Ids in a list, whole records of a single trace. */
  readonly observations: readonly JsonValue[];
  readonly scores: readonly JsonValue[];
}

/** A trace as Langfuse's API shows it (reference 1.2). A group that was not asked for is empty, −1 or `null`. */
export function traceJson(trace: Trace, parts: TraceJsonParts): JsonObject {
  const { groups, payload, projectId } = parts;
  const hasMetrics = groups.has('metrics');
  return {
    ...bareTraceJson(trace, projectId),
    input: payload?.input ?? null,
    output: payload?.output ?? null,
    metadata: payload?.metadata ?? null,
    htmlPath: `/project/${encodeURIComponent(projectId)}/traces/${encodeURIComponent(trace.id)}`,
    latency: hasMetrics ? (seconds(trace.latency) ?? 0) : -1,
    totalCost: hasMetrics ? (totalCost(trace.cost) ?? 0) : -1,
    observations: groups.has('observations') ? parts.observations : [],
    scores: groups.has('scores') ? parts.scores : [],
  };
}

/** What a trace says of itself. */
export function bareTraceJson(trace: Trace, projectId: string): JsonObject {
  return {
    id: trace.id,
    projectId,
    timestamp: isoTime(trace.timestamp),
    name: trace.name,
    userId: trace.userId,
    sessionId: trace.sessionId,
    environment: trace.environment,
    release: trace.release,
    version: trace.version,
    tags: trace.tags,
    public: trace.public,
    bookmarked: false,
    externalId: null,
    createdAt: isoTime(trace.timestamp),
    updatedAt: isoTime(Math.max(trace.endTime ?? trace.timestamp, trace.timestamp)),
  };
}
