import type { JsonObject } from '../model/json.ts';
import { checkAggregate } from '../query/aggregate/check-aggregate.ts';
import { checkFacets } from '../query/aggregate/answer-facets.ts';
import { checkFilter } from '../query/check-filter.ts';
import type { View } from '../query/view-record.ts';
import { BodyReader } from './body-reader.ts';
import { readDocumentWrite } from './read-document.ts';
import { readPatches } from './read-patches.ts';

type CallReader = (body: JsonObject) => readonly unknown[];

/** How the arguments of each method are read. Members that the method does not have are refused: a filter that is misspelt would find everything. */
export const CALL_READERS: Readonly<Record<string, CallReader>> = {
  'traces.write': (body) => [readPatches(body)],
  'traces.resolveTraceId': (body) => {
    const read = new BodyReader('resolveTraceId', body, ['id', 'traces']);
    return [read.text('id'), checkTraces(read.some({ traces: read.given('traces') }))];
  },
  'traces.readTrace': (body) => [new BodyReader('readTrace', body, ['traceId']).text('traceId')],
  'traces.readPayloads': (body) => {
    const read = new BodyReader('readPayloads', body, ['traceId', 'observationIds']);
    const observationIds = read.optionalTexts('observationIds');
    return [read.some({ traceId: read.text('traceId'), observationIds })];
  },
  'traces.listTraces': (body) => [readPage('traces', body)],
  'traces.listObservations': (body) => [readPage('observations', body)],
  'traces.listSessions': (body) => [readPage('sessions', body)],
  'traces.listUsers': (body) => [readPage('users', body)],
  'traces.listScores': (body) => [readPage('scores', body)],
  'traces.aggregate': (body) => {
    const members = ['view', 'filter', 'traces', 'measures', 'dimensions', 'timeBucket', 'limit', 'order'];
    const query = new BodyReader('aggregate', body, members).all();
    checkAggregate(query as unknown as Parameters<typeof checkAggregate>[0]);
    return [query];
  },
  'traces.facets': (body) => {
    const members = ['view', 'filter', 'traces', 'fields', 'limit'];
    const query = new BodyReader('facets', body, members).all();
    checkFacets(query as unknown as Parameters<typeof checkFacets>[0]);
    return [query];
  },
  'traces.deleteTraces': (body) => [new BodyReader('deleteTraces', body, ['traceIds']).texts('traceIds')],
  'documents.write': (body) => [readDocumentWrite(body)],
  'documents.read': (body) => {
    const read = new BodyReader('read', body, ['kind', 'name', 'version', 'label']);
    const [version, label] = [read.optionalCount('version'), read.optionalText('label')];
    return [read.some({ kind: read.kind(), name: read.text('name'), version, label })];
  },
  'documents.list': (body) => {
    const read = new BodyReader('list', body, ['kind', 'limit', 'cursor']);
    const [limit, cursor] = [read.optionalCount('limit'), read.optionalText('cursor')];
    return [read.some({ kind: read.kind(), limit, cursor })];
  },
  'documents.listVersions': (body) => [readName('listVersions', body)],
  'documents.setLabel': (body) => {
    const read = new BodyReader('setLabel', body, ['kind', 'name', 'version', 'label']);
    const [version, label] = [read.count('version'), read.text('label')];
    return [{ kind: read.kind(), name: read.text('name'), version, label }];
  },
  'documents.delete': (body) => [readName('delete', body)],
  'media.read': (body) => [new BodyReader('read', body, ['id']).text('id')],
};

function readPage(view: View, body: JsonObject) {
  const read = new BodyReader(`a list of ${view}`, body, ['filter', 'traces', 'order', 'limit', 'cursor']);
  const filter = read.given('filter');
  if (filter !== undefined) checkFilter(view, filter as unknown as Parameters<typeof checkFilter>[1]);
  const [limit, cursor, order] = [read.optionalCount('limit'), read.optionalText('cursor'), read.order()];
  return checkTraces(read.some({ filter, traces: read.given('traces'), order, limit, cursor }));
}

function checkTraces<Query extends { readonly traces?: unknown }>(query: Query): Query {
  if (query.traces !== undefined) checkFilter('traces', query.traces as Parameters<typeof checkFilter>[1]);
  return query;
}

function readName(method: string, body: JsonObject) {
  const read = new BodyReader(method, body, ['kind', 'name']);
  return { kind: read.kind(), name: read.text('name') };
}
