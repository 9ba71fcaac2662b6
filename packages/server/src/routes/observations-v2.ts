import type { JsonObject, Observation, ObservationPayload, Trace } from '@oriel/core';
import { MAX_PAGE_SIZE, totalCost } from '@oriel/core';
import { QueryReader } from '../http/query-reader.ts';
import { COLUMNS } from '../langfuse/columns.ts';
import { readFieldGroups } from '../langfuse/field-groups.ts';
import { isoTime, isoTimeOrNull } from '../langfuse/iso-time.ts';
import { observationFilter } from '../langfuse/observation-filter.ts';
import { basicJson, coreJson, promptJson, timingJson } from '../langfuse/observation-json.ts';
import { readObservationPayloads } from '../langfuse/observation-payloads.ts';
import { shortMetadata } from '../langfuse/short-metadata.ts';
import { readTracesById } from '../langfuse/traces-by-id.ts';
import type { Call, Route } from '../route.ts';

export const OBSERVATION_V2_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/public/v2/observations', right: 'read', answer: listObservations },
];

const GROUPS = [
  'core',
  'basic',
  'time',
  'io',
  'metadata',
  'model',
  'usage',
  'prompt',
  'metrics',
  'trace_context',
] as const;
type Group = (typeof GROUPS)[number];

const DEFAULT_LIMIT = 50;

/** The wide rows of Langfuse's fourth version: an observation with what its trace says. */
async function listObservations(call: Call): Promise<Response> {
  const { store, url, request, services } = call;
  const { signal } = request;
  const query = new QueryReader(url);
  const groups = readFieldGroups(query, GROUPS, ['core', 'basic']);
  const { items, nextCursor } = await store.traces.listObservations(
    {
      filter: observationFilter(query, COLUMNS.observations),
      limit: query.integer('limit', { min: 1, max: MAX_PAGE_SIZE }) ?? DEFAULT_LIMIT,
      cursor: query.text('cursor'),
    },
    { signal },
  );
  const wantsPayload = groups.has('io') || groups.has('metadata') || groups.has('model');
  const payloadOf = wantsPayload ? await readObservationPayloads(items, call) : () => null;
  const wantsTrace = groups.has('basic') || groups.has('trace_context');
  const traceOf = wantsTrace
    ? await readTracesById(
        items.map(({ traceId }) => traceId),
        call,
      )
    : () => null;
  const whole = new Set(query.list('expandMetadata'));
  const data = items.map((item) => {
    const parts = { payload: payloadOf(item), trace: traceOf(item.traceId), whole };
    return { ...coreJson(item, services.project.id), ...groupsJson(item, parts, groups) };
  });
  return Response.json({ data, meta: nextCursor === null ? {} : { cursor: nextCursor } });
}

interface Parts {
  readonly payload: ObservationPayload | null;
  readonly trace: Trace | null;
  /** Metadata keys whose values are wanted whole. */
  readonly whole: ReadonlySet<string>;
}

function groupsJson(item: Observation, parts: Parts, groups: ReadonlySet<Group>): JsonObject {
  const wanted = GROUPS.filter((group) => groups.has(group));
  return Object.assign({}, ...wanted.map((group) => GROUP_JSON[group](item, parts))) as JsonObject;
}

const GROUP_JSON: Readonly<Record<Group, (item: Observation, parts: Parts) => JsonObject>> = {
  core: () => ({}),
  basic: (item, { trace }) => ({
    ...basicJson(item),
    isRootObservation: item.parentId === null || item.isAppRoot,
    bookmarked: false,
    public: trace?.public ?? false,
    userId: trace?.userId ?? null,
    sessionId: trace?.sessionId ?? null,
  }),
  time: (item) => ({
    completionStartTime: isoTimeOrNull(item.completionStartTime),
    createdAt: isoTime(item.startTime),
    updatedAt: isoTime(item.endTime ?? item.startTime),
  }),
  io: (_, { payload }) => ({ input: asText(payload?.input), output: asText(payload?.output) }),
  metadata: (_, { payload, whole }) => ({ metadata: shortMetadata(payload?.metadata ?? {}, whole) }),
  model: (item, { payload }) => ({
    model: item.model,
    providedModelName: item.model,
    internalModelId: null,
    modelId: null,
    modelParameters: payload?.modelParameters ?? {},
    inputPrice: null,
    outputPrice: null,
    totalPrice: null,
  }),
  usage: (item) => ({
    usageDetails: item.usage,
    costDetails: item.cost,
    totalCost: totalCost(item.cost),
    usagePricingTierName: null,
  }),
  prompt: promptJson,
  metrics: timingJson,
  trace_context: (_, { trace }) => ({
    traceName: trace?.name ?? null,
    tags: trace?.tags ?? [],
    release: trace?.release ?? null,
  }),
};

/** This version gives input and output as they are stored there: texts as they are, all else as its JSON. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
