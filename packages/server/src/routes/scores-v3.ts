import { QueryReader } from '../http/query-reader.ts';
import { Refusal } from '../http/refusal.ts';
import { readFieldGroups } from '../langfuse/field-groups.ts';
import { FilterParts } from '../langfuse/filter-parts.ts';
import { SCORE_FIELD_GROUPS, scoreV3Json } from '../langfuse/score-json.ts';
import type { Call, Route } from '../route.ts';

export const SCORE_V3_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/public/v3/scores', right: 'read', answer: listScores },
];

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

async function listScores({ store, url, request, services }: Call): Promise<Response> {
  const query = new QueryReader(url);
  const groups = readFieldGroups(query, SCORE_FIELD_GROUPS, []);
  const limit = query.integer('limit', { min: 1, max: MAX_LIMIT }) ?? DEFAULT_LIMIT;
  const { items, nextCursor } = await store.traces.listScores(
    { filter: listFilter(query), limit, cursor: query.text('cursor') },
    { signal: request.signal },
  );
  const data = items.map((score) => scoreV3Json(score, groups, services.project.id));
  return Response.json({
    data,
    meta: { limit, ...(nextCursor === null ? undefined : { cursor: nextCursor }) },
  });
}

function listFilter(query: QueryReader) {
  const targets = ['traceId', 'sessionId', 'experimentId'].filter((name) => query.text(name) !== undefined);
  if (targets.length > 1) {
    throw new Refusal(
      400,
      `A score has one target, and ${targets.join(' and ')} ask for several. Send one of them.`,
    );
  }
  if (query.text('observationId') !== undefined && query.text('traceId') === undefined) {
    throw new Refusal(
      400,
      'An observation is known within its trace only. Send `traceId` with `observationId`.',
    );
  }
  const min = query.number('valueMin');
  const max = query.number('valueMax');
  return new FilterParts()
    .anyOf('id', query.list('id'))
    .anyOf('name', query.list('name'))
    .anyOf('source', query.list('source'))
    .anyOf('dataType', query.list('dataType'))
    .anyOf('environment', query.list('environment'))
    .anyOf('configId', query.list('configId'))
    .anyOf('authorId', query.list('authorUserId'))
    .anyOf('traceId', idsOf(query, 'traceId'))
    .anyOf('observationId', idsOf(query, 'observationId'))
    .anyOf('sessionId', idsOf(query, 'sessionId'))
    .anyOf('datasetRunId', idsOf(query, 'experimentId'))
    .add(valueFilter(query.list('value')))
    .add(min === undefined ? undefined : { field: 'value', op: '>=', value: min })
    .add(max === undefined ? undefined : { field: 'value', op: '<=', value: max })
    .between('timestamp', query.time('fromTimestamp'), query.time('toTimestamp'))
    .all();
}

/** Ids with commas between them. An id may have a comma itself, so the whole is one, too. */
function idsOf(query: QueryReader, name: string): readonly string[] {
  const text = query.text(name);
  return text === undefined ? [] : [...new Set([text, ...query.list(name)])];
}

/** A value may be meant as the text or as what it spells. */
function valueFilter(values: readonly string[]) {
  if (values.length === 0) return undefined;
  const readings = values.flatMap((value) => {
    if (value === 'true' || value === 'false') return [value, Number(value === 'true')];
    return Number.isFinite(Number(value)) ? [value, Number(value)] : [value];
  });
  return { field: 'value', op: 'any-of', value: readings } as const;
}
