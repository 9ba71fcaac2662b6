import type {
  AggregateAnswer,
  AggregateQuery,
  AggregateRow,
  Measure,
} from '../query/aggregate/aggregate-query.ts';
import type { Facet, FacetQuery } from '../query/aggregate/facet-query.ts';
import type { Filter, Search } from '../query/filter.ts';
import type { PageQuery, RecordQuery } from '../query/page.ts';
import type { Trace } from '../model/trace.ts';
import type { TraceStore } from '../store/trace-store.ts';
import { broken } from './broken-store.ts';
import type { BrokenStore } from './broken-store.ts';

/** Faults in answering questions: lists while writes go on, text search, aggregates and facets. */
export const BROKEN_QUERIES: readonly BrokenStore[] = [
  broken('paging', 'counts pages by offset', (store) => ({
    async listTraces(query = {}, options) {
      const { cursor = '0', limit = 50, ...rest } = query;
      const { items } = await store.listTraces({ ...rest, limit: 1000 }, options);
      const end = Number(cursor) + limit;
      return { items: items.slice(Number(cursor), end), nextCursor: end < items.length ? String(end) : null };
    },
  })),
  broken('paging', 'answers later pages from what it held at the first', (store) => {
    let held: readonly Trace[] = [];
    return {
      async listTraces(query = {}, options) {
        const { cursor, limit = 50, ...rest } = query;
        if (cursor === undefined) held = (await store.listTraces({ ...rest, limit: 1000 }, options)).items;
        const begin = Number(cursor ?? 0);
        const end = begin + limit;
        return { items: held.slice(begin, end), nextCursor: end < held.length ? String(end) : null };
      },
    };
  }),
  broken('paging', 'shows a batch while it is still being written', (store) => ({
    async write(patches, options) {
      for (const patch of patches) await store.write([patch], options);
    },
  })),
  broken('paging', 'repeats scores that share a moment', (store) => ({
    async listScores(query = {}, options) {
      const page = await store.listScores(query, options);
      const last = page.items.at(-1);
      return query.cursor === undefined && last ? { ...page, items: [...page.items, last] } : page;
    },
  })),

  searching('looks at names and ids only', ({ search }) => ({ search, in: ['names', 'ids'] })),
  searching('looks everywhere, wherever it is told to look', ({ search }) => ({
    search,
    in: ['names', 'ids', 'payloads', 'metadata'],
  })),
  searching('looks for single words', ({ search, ...rest }) => ({
    and: search.split(/\W+/u).map((word) => ({ ...rest, search: word })),
  })),
  searching('finds everything that has no text', ({ search, ...rest }) =>
    search === '' ? { or: [] } : { search, ...rest },
  ),
  broken('search', 'finds what was replaced', (store) => {
    const outputs = new Map<string, string>();
    return {
      write(patches, options) {
        for (const patch of patches) {
          if (patch.kind !== 'trace' || patch.output === undefined) continue;
          outputs.set(patch.id, (outputs.get(patch.id) ?? '') + JSON.stringify(patch.output));
        }
        return store.write(patches, options);
      },
      async listTraces(query = {}, options) {
        const { filter } = query;
        if (!filter || !('search' in filter) || filter.search === '') return store.listTraces(query, options);
        const page = await store.listTraces(query, options);
        const { items } = await store.listTraces({ limit: 1000 }, options);
        const old = items.filter(({ id }) => outputs.get(id)?.includes(filter.search));
        return {
          ...page,
          items: [...new Map([...page.items, ...old].map((item) => [item.id, item])).values()],
        };
      },
    };
  }),

  answering('counts the group of null for nobody', (answer) => ({
    ...answer,
    rows: answer.rows.filter(({ group }) => !group.includes(null)),
  })),
  answering('has no rest', (answer) => ({ ...answer, rows: answer.rows.filter(({ isRest }) => !isRest) })),
  answering('knows only the groups it answers', (answer) => ({
    ...answer,
    groupCount: new Set(answer.rows.map(({ group }) => JSON.stringify(group))).size,
  })),
  answering('takes nothing for zero', (answer) => ({
    ...answer,
    rows: answer.rows.map((row) => ({ ...row, values: row.values.map((value) => value ?? 0) })),
  })),
  answering('has its time buckets in no order', (answer) => ({
    ...answer,
    rows: answer.rows.toSorted((a, b) => (b.bucket ?? 0) - (a.bucket ?? 0)),
  })),
  asking('knows no time zones', ({ timeBucket, ...query }) => ({
    ...query,
    ...(timeBucket && { timeBucket: { unit: timeBucket.unit } }),
  })),
  asking('orders groups by the first measure whatever is asked', (query) => ({ ...query, order: undefined })),
  asking('makes users of the traces of everybody', (query) =>
    query.view === 'users' ? { ...query, traces: undefined } : query,
  ),
  asking('takes the largest value for the 99th percentile', (query) => ({
    ...query,
    measures: query.measures.map((measure): Measure =>
      measure.aggregate === 'p99' ? { ...measure, aggregate: 'max' } : measure,
    ),
  })),
  broken('aggregate', 'takes the average of averages for the rest', (store) => ({
    async aggregate(query, options) {
      const answer = await store.aggregate(query, options);
      const all = await store.aggregate({ ...query, limit: 1000 }, options);
      const beyond = all.rows.slice(answer.rows.length - 1);
      const mean = (place: number) =>
        beyond.reduce((sum, { values }) => sum + Number(values[place]), 0) / beyond.length;
      const change = (row: AggregateRow): AggregateRow =>
        row.isRest
          ? { ...row, values: row.values.map((value, at) => (isAverage(query, at) ? mean(at) : value)) }
          : row;
      return { ...answer, rows: answer.rows.map(change) };
    },
  })),
  broken('aggregate', 'takes longer ranges of time where there are too many', (store) => ({
    aggregate: (query, options) =>
      store
        .aggregate(query, options)
        .catch(() => store.aggregate({ ...query, timeBucket: { unit: 'month' } }, options)),
  })),
  broken('aggregate', 'adds what is sent again once more', (store) => {
    let writes = 0;
    return {
      async write(patches, options) {
        await store.write(patches, options);
        writes += 1;
      },
      async aggregate(query, options) {
        const answer = await store.aggregate(query, options);
        if (writes < 2 || query.dimensions) return answer;
        const twice = (row: AggregateRow) => ({
          ...row,
          values: row.values.map((value) => Number(value) * 2),
        });
        return { ...answer, rows: answer.rows.map(twice) };
      },
    };
  }),

  facetting(
    'counts without the filter',
    (facets) => facets,
    (query) => ({ ...query, filter: undefined }),
  ),
  facetting(
    'counts the traces of everybody',
    (facets) => facets,
    (query) => ({ ...query, traces: undefined }),
  ),
  facetting('knows only the values it lists', (facets) =>
    facets.map((facet) => ({ ...facet, valueCount: facet.values.length })),
  ),
  facetting('lists the first values for the most frequent', (facets) =>
    facets.map((facet) => ({
      ...facet,
      values: facet.values.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
    })),
  ),
  facetting('counts no record that has no value', (facets) =>
    facets.map((facet) => ({ ...facet, missingCount: 0 })),
  ),

  broken('deleting', 'counts what was deleted', (store) => {
    let deleted = 0;
    return {
      async deleteTraces(traceIds, options) {
        await store.deleteTraces(traceIds, options);
        deleted += traceIds.length;
      },
      async facets(query, options) {
        const facets = await store.facets(query, options);
        return facets.map((facet) => ({ ...facet, missingCount: facet.missingCount + deleted }));
      },
    };
  }),

  broken('scope', 'adds up what everybody did', (store) => ({
    aggregate: (query, options) => store.aggregate({ ...query, traces: undefined }, options),
  })),
  broken('scope', 'names the values that everybody has', (store) => ({
    facets: (query, options) => store.facets({ ...query, traces: undefined }, options),
  })),
  broken('scope', 'makes sessions of the traces of everybody', (store) => ({
    listSessions: (query: PageQuery = {}, options) =>
      store.listSessions({ ...query, traces: undefined }, options),
  })),
];

function searching(fault: string, change: (search: Search) => Filter): BrokenStore {
  const changeAll = (filter: Filter): Filter => {
    if ('and' in filter) return { and: filter.and.map(changeAll) };
    if ('or' in filter) return { or: filter.or.map(changeAll) };
    if ('not' in filter) return { not: changeAll(filter.not) };
    return 'search' in filter && typeof filter.search === 'string' ? change(filter) : filter;
  };
  const changed = <Query extends RecordQuery>(query: Query): Query =>
    query.filter ? { ...query, filter: changeAll(query.filter) } : query;
  return broken('search', fault, (store) => ({
    listTraces: (query = {}, options) => store.listTraces(changed(query), options),
    listObservations: (query = {}, options) => store.listObservations(changed(query), options),
  }));
}

function asking(fault: string, change: (query: AggregateQuery) => AggregateQuery): BrokenStore {
  return broken('aggregate', fault, (store) => ({
    aggregate: (query, options) => store.aggregate(change(query), options),
  }));
}

function answering(fault: string, change: (answer: AggregateAnswer) => AggregateAnswer): BrokenStore {
  return broken('aggregate', fault, (store) => ({
    aggregate: async (query, options) => change(await store.aggregate(query, options)),
  }));
}

function facetting(
  fault: string,
  change: (facets: readonly Facet[]) => readonly Facet[],
  ask: (query: FacetQuery) => FacetQuery = (query) => query,
): BrokenStore {
  return broken('facets', fault, (store: TraceStore) => ({
    facets: async (query, options) => change(await store.facets(ask(query), options)),
  }));
}

function isAverage({ measures }: AggregateQuery, place: number): boolean {
  return measures[place]?.aggregate === 'avg';
}
