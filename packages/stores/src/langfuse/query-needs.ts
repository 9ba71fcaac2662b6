import type { AggregateQuery, FacetQuery, Filter, GroupOrder, Order, RecordQuery, View } from '@oriel/core';

/** What has to be known of records to answer a question about them: the less, the fewer requests. */
export interface QueryNeeds {
  /** Input, output and metadata. */
  readonly payloads: boolean;
  readonly scores: boolean;
  /** The traces that records belong to, with all of their observations. */
  readonly traces: boolean;
}

const OF_PAYLOADS = ['input', 'output', 'toolNames', 'metadataKeys', 'convention'];
const OF_SCORES = ['scoreCount', 'scoreNames'];
/** Fields of observations and scores that only their traces know. */
const OF_TRACES = new Set([
  'traceName',
  'traceVersion',
  'traceSessionId',
  'userId',
  'sessionId',
  'release',
  'tags',
  'observationName',
  'observationType',
  'model',
  'promptName',
  'promptVersion',
]);

/** Any question about a view: whatever it may name fields in. */
export type WholeQuery = RecordQuery &
  Partial<Pick<AggregateQuery, 'measures' | 'dimensions'>> &
  Partial<Pick<FacetQuery, 'fields'>> & { readonly order?: Order | GroupOrder | undefined };

export function queryNeeds(view: View, question: WholeQuery): QueryNeeds {
  const { filter, traces, order, measures = [], dimensions = [], fields = [] } = question;
  const ordered = order && 'field' in order ? [order.field] : [];
  const measured = measures.flatMap((measure) => ('field' in measure ? [measure.field] : []));
  const own = [...fieldsOf(filter), ...ordered, ...measured, ...dimensions, ...fields];
  const all = [...own, ...fieldsOf(traces)];
  // A search looks at everything.
  const names = (list: readonly string[], prefix: string) =>
    all.some((name) => name === SEARCH || list.includes(name) || name.startsWith(prefix));
  const isOfTraces = view !== 'observations' && view !== 'scores';
  return {
    payloads: names(OF_PAYLOADS, 'metadata.'),
    scores: view === 'scores' || names(OF_SCORES, 'scores.'),
    traces: isOfTraces || traces !== undefined || own.some((name) => name === SEARCH || OF_TRACES.has(name)),
  };
}

/** Stands for every field. */
const SEARCH = '';

function fieldsOf(filter: Filter | undefined): readonly string[] {
  if (filter === undefined) return [];
  if ('and' in filter) return filter.and.flatMap(fieldsOf);
  if ('or' in filter) return filter.or.flatMap(fieldsOf);
  if ('not' in filter) return fieldsOf(filter.not);
  return 'search' in filter ? [SEARCH] : [filter.field];
}
