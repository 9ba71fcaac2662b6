import type { JsonObject, Trace, TraceStructure } from '@oriel/core';
import { isJsonObject } from '@oriel/core';
import { QueryReader } from '../http/query-reader.ts';
import { readJson } from '../http/read-json.ts';
import { Refusal } from '../http/refusal.ts';
import { COLUMNS } from '../langfuse/columns.ts';
import { readFieldGroups } from '../langfuse/field-groups.ts';
import { FilterParts } from '../langfuse/filter-parts.ts';
import { readNumberedPage, readPageNumber } from '../langfuse/numbered-page.ts';
import { observationJson } from '../langfuse/observation-json.ts';
import { readFilter } from '../langfuse/read-filter.ts';
import { readOrder } from '../langfuse/read-order.ts';
import { scoreJson } from '../langfuse/score-json.ts';
import { TRACE_FIELD_GROUPS, traceJson } from '../langfuse/trace-json.ts';
import type { TraceFieldGroup } from '../langfuse/trace-json.ts';
import type { Call, Route } from '../route.ts';

export const TRACE_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/public/traces', right: 'read', answer: listTraces },
  { method: 'GET', path: '/api/public/traces/:id{.+}', right: 'read', answer: getTrace },
  { method: 'DELETE', path: '/api/public/traces/:id{.+}', right: 'manage', answer: deleteTrace },
  { method: 'DELETE', path: '/api/public/traces', right: 'manage', answer: deleteTraces },
];

const ORDER_FIELDS = ['id', 'timestamp', 'name', 'userId', 'release', 'version', 'public', 'sessionId'];

async function listTraces(call: Call): Promise<Response> {
  const { store, url, request } = call;
  const query = new QueryReader(url);
  const groups = readFieldGroups(query, TRACE_FIELD_GROUPS);
  const { items, meta } = await readNumberedPage(
    call,
    'traces',
    readPageNumber(query),
    { filter: listFilter(query), order: readOrder(query, ORDER_FIELDS) },
    (page) => store.traces.listTraces(page, { signal: request.signal }),
  );
  const data = await Promise.all(items.map((trace) => listedTrace(trace, groups, call)));
  return Response.json({ data, meta });
}

function listFilter(query: QueryReader) {
  const filter = query.json('filter');
  // A filter stands in the place of all simple parameters but the page.
  if (filter !== undefined) return readFilter(filter, COLUMNS.traces);
  return new FilterParts()
    .equals('userId', query.text('userId'))
    .equals('name', query.text('name'))
    .equals('sessionId', query.text('sessionId'))
    .equals('version', query.text('version'))
    .equals('release', query.text('release'))
    .between('timestamp', query.time('fromTimestamp'), query.time('toTimestamp'))
    .allOf('tags', query.texts('tags'))
    .anyOf('environment', query.texts('environment'))
    .all();
}

/** A trace in a list: its payload, and the ids of what belongs to it. */
async function listedTrace(
  trace: Trace,
  groups: ReadonlySet<TraceFieldGroup>,
  { store, services, request: { signal } }: Call,
): Promise<JsonObject> {
  const wantsIds = groups.has('observations') || groups.has('scores');
  const [payloads, structure] = await Promise.all([
    groups.has('io') ? store.traces.readPayloads({ traceId: trace.id }, { signal }) : null,
    wantsIds ? store.traces.readTrace(trace.id, { signal }) : null,
  ]);
  return traceJson(trace, {
    projectId: services.project.id,
    groups,
    payload: payloads?.trace ?? null,
    observations: structure?.observations.map(({ id }) => id) ?? [],
    scores: structure?.scores.map(({ id }) => id) ?? [],
  });
}

async function getTrace(call: Call): Promise<Response> {
  const { param, store, url, request } = call;
  const groups = readFieldGroups(new QueryReader(url), TRACE_FIELD_GROUPS);
  const structure = await store.traces.readTrace(param('id'), { signal: request.signal });
  if (structure === null) throw new Refusal(404, 'There is no such trace. It may not have arrived yet.');
  return Response.json(await wholeTrace(structure, groups, call));
}

async function wholeTrace(
  { trace, observations, scores }: TraceStructure,
  groups: ReadonlySet<TraceFieldGroup>,
  { store, services, request: { signal } }: Call,
): Promise<JsonObject> {
  const projectId = services.project.id;
  const observationIds = groups.has('observations') ? observations.map(({ id }) => id) : [];
  const payloads = await store.traces.readPayloads({ traceId: trace.id, observationIds }, { signal });
  const payloadOf = new Map(payloads.observations.map((payload) => [payload.id, payload]));
  return traceJson(trace, {
    projectId,
    groups,
    payload: groups.has('io') ? payloads.trace : null,
    observations: observations.map((item) =>
      observationJson(item, payloadOf.get(item.id) ?? null, projectId),
    ),
    scores: scores.map(scoreJson),
  });
}

async function deleteTrace({ param, store, request: { signal } }: Call): Promise<Response> {
  await store.traces.deleteTraces([param('id')], { signal });
  return Response.json({ message: 'Trace deleted successfully' });
}

async function deleteTraces({ store, request, services }: Call): Promise<Response> {
  const body = await readJson(request, services.limits);
  const ids: unknown = isJsonObject(body) ? body['traceIds'] : undefined;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) {
    throw new Refusal(400, 'The body names no traces, so nothing was deleted. Send `{traceIds: [id, …]}`.');
  }
  await store.traces.deleteTraces(ids, { signal: request.signal });
  return Response.json({ message: 'Traces deleted successfully' });
}
