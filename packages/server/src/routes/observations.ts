import type { JsonObject, Observation } from '@oriel/core';
import { QueryReader } from '../http/query-reader.ts';
import { Refusal } from '../http/refusal.ts';
import { COLUMNS } from '../langfuse/columns.ts';
import { FilterParts } from '../langfuse/filter-parts.ts';
import { readNumberedPage, readPageNumber } from '../langfuse/numbered-page.ts';
import { observationFilter } from '../langfuse/observation-filter.ts';
import { observationJson } from '../langfuse/observation-json.ts';
import { readObservationPayloads } from '../langfuse/observation-payloads.ts';
import type { Call, Route } from '../route.ts';

export const OBSERVATION_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/public/observations', right: 'read', answer: listObservations },
  { method: 'GET', path: '/api/public/observations/:id{.+}', right: 'read', answer: getObservation },
];

async function listObservations(call: Call): Promise<Response> {
  const { store, url, request } = call;
  const query = new QueryReader(url);
  const { items, meta } = await readNumberedPage(
    call,
    'observations',
    readPageNumber(query),
    { filter: observationFilter(query, COLUMNS.observations) },
    (page) => store.traces.listObservations(page, { signal: request.signal }),
  );
  return Response.json({ data: await withPayloads(items, call), meta });
}

/** Ids are unique within a trace only; where several traces have one, the newest is meant. */
async function getObservation(call: Call): Promise<Response> {
  const { param, store, request } = call;
  const filter = new FilterParts().equals('id', param('id')).all();
  const { items } = await store.traces.listObservations({ filter, limit: 1 }, { signal: request.signal });
  const [found] = await withPayloads(items, call);
  if (!found) throw new Refusal(404, 'There is no such observation. It may not have arrived yet.');
  return Response.json(found);
}

async function withPayloads(items: readonly Observation[], call: Call): Promise<readonly JsonObject[]> {
  const payloadOf = await readObservationPayloads(items, call);
  return items.map((item) => observationJson(item, payloadOf(item), call.services.project.id));
}
