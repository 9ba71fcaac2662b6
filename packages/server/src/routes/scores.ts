import type { JsonObject, Score } from '@oriel/core';
import { QueryReader } from '../http/query-reader.ts';
import { Refusal } from '../http/refusal.ts';
import { COLUMNS } from '../langfuse/columns.ts';
import { FilterParts } from '../langfuse/filter-parts.ts';
import { readNumberedPage, readPageNumber } from '../langfuse/numbered-page.ts';
import { readFilter } from '../langfuse/read-filter.ts';
import { scoreJson, scoredTraceJson } from '../langfuse/score-json.ts';
import { readTracesById } from '../langfuse/traces-by-id.ts';
import type { Call, Route } from '../route.ts';

/** Two versions that differ in what they leave out: what the second has more, clients of the first pass over. */
const BASES = ['/api/public/scores', '/api/public/v2/scores'];

export const SCORE_ROUTES: readonly Route[] = BASES.flatMap((base): Route[] => [
  { method: 'GET', path: base, right: 'read', answer: listScores },
  { method: 'GET', path: `${base}/:id`, right: 'read', answer: getScore },
]);

const OPERATORS = ['<', '>', '<=', '>=', '!=', '='] as const;

async function listScores(call: Call): Promise<Response> {
  const { store, url, request } = call;
  const query = new QueryReader(url);
  const { items, meta } = await readNumberedPage(
    call,
    'scores',
    readPageNumber(query),
    { filter: listFilter(query) },
    (page) => store.traces.listScores(page, { signal: request.signal }),
  );
  const wantsTrace = query.text('fields') === undefined || query.list('fields').includes('trace');
  return Response.json({ data: wantsTrace ? await withTraces(items, call) : items.map(scoreJson), meta });
}

function listFilter(query: QueryReader) {
  const filter = query.json('filter');
  const value = query.number('value');
  const op = query.oneOf('operator', OPERATORS);
  return new FilterParts()
    .equals('userId', query.text('userId'))
    .equals('name', query.text('name'))
    .equals('source', query.text('source'))
    .equals('configId', query.text('configId'))
    .equals('sessionId', query.text('sessionId'))
    .equals('datasetRunId', query.text('datasetRunId'))
    .equals('traceId', query.text('traceId'))
    .equals('dataType', query.text('dataType'))
    .anyOf('observationId', query.list('observationId'))
    .anyOf('id', query.list('scoreIds'))
    .anyOf('environment', query.texts('environment'))
    .allOf('tags', query.texts('traceTags'))
    .between('timestamp', query.time('fromTimestamp'), query.time('toTimestamp'))
    .add(op !== undefined && value !== undefined ? { field: 'value', op, value } : undefined)
    .add(filter === undefined ? undefined : readFilter(filter, COLUMNS.scores))
    .all();
}

async function withTraces(items: readonly Score[], call: Call): Promise<readonly JsonObject[]> {
  const traceOf = await readTracesById(
    items.flatMap(({ traceId }) => (traceId === null ? [] : [traceId])),
    call,
  );
  return items.map((score) => {
    const trace = score.traceId === null ? null : traceOf(score.traceId);
    return { ...scoreJson(score), ...(trace ? { trace: scoredTraceJson(trace) } : undefined) };
  });
}

async function getScore({ param, store, request }: Call): Promise<Response> {
  const filter = new FilterParts().equals('id', param('id')).all();
  const { items } = await store.traces.listScores({ filter, limit: 1 }, { signal: request.signal });
  const [score] = items;
  if (!score) throw new Refusal(404, 'There is no such score. It may not have arrived yet.');
  return Response.json(scoreJson(score));
}
