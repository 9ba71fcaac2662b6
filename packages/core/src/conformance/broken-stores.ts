import type { Patch } from '../model/patch.ts';
import type { Filter } from '../query/filter.ts';
import type { PageQuery } from '../query/page.ts';
import { traceIdCandidates } from '../query/trace-id-candidates.ts';
import { StoreError } from '../store/store-error.ts';
import { BROKEN_QUERIES } from './broken-queries.ts';
import { broken } from './broken-store.ts';
import type { BrokenStore } from './broken-store.ts';

/** One fault each over the reference store: what the suite is tested with. */
export const BROKEN_STORES: readonly BrokenStore[] = [
  broken('capabilities', 'claims to be durable', (store) => ({
    capabilities: { ...store.capabilities, durable: true },
  })),

  broken('writing', 'forgets half a batch', (store) => ({
    write: (patches, options) => store.write(patches.slice(0, Math.ceil(patches.length / 2)), options),
  })),
  broken('writing', 'keeps the good part of a bad batch', (store) => ({
    async write(patches, options) {
      for (const patch of patches) await store.write([patch], options);
    },
  })),
  broken('writing', 'takes more than it promises', (store) => ({
    capabilities: { ...store.capabilities, maxBatch: 10 },
  })),
  broken('writing', 'lets the last arrival win', (store) => {
    let arrival = 0;
    const stamped = (patch: Patch): Patch => ({ ...patch, at: (arrival += 1) });
    return { write: (patches, options) => store.write(patches.map(stamped), options) };
  }),
  broken('writing', 'shows a write one read late', (store) => {
    let waiting: Patch[] = [];
    return {
      write: async (patches) => void waiting.push(...patches),
      async readTrace(id, options) {
        const answer = await store.readTrace(id, options);
        const late = waiting;
        waiting = [];
        await store.write(late);
        return answer;
      },
    };
  }),

  broken('reading', 'returns observations unsorted', (store) => ({
    async readTrace(id, options) {
      const structure = await store.readTrace(id, options);
      return structure && { ...structure, observations: structure.observations.toReversed() };
    },
  })),
  broken('reading', 'returns payloads in an order of its own', (store) => ({
    readPayloads: ({ traceId, observationIds = [] }, options) =>
      store.readPayloads({ traceId, observationIds: observationIds.toSorted() }, options),
  })),
  broken('reading', 'takes 0 and false for nothing captured', (store) => ({
    async readPayloads(query, options) {
      const payloads = await store.readPayloads(query, options);
      const observations = payloads.observations.map((payload) => ({
        ...payload,
        input: payload.input || null,
        output: payload.output || null,
      }));
      return { ...payloads, observations };
    },
  })),
  broken('reading', 'waits for an observation before it opens a trace', (store) => ({
    async readTrace(id, options) {
      const structure = await store.readTrace(id, options);
      return structure?.observations.length === 0 ? null : structure;
    },
  })),

  broken('ids', 'resolves nothing', () => ({ resolveTraceId: () => Promise.resolve(null) })),
  broken('ids', 'knows the id itself only', (store) => ({
    resolveTraceId: async (id, _, options) => ((await store.readTrace(id, options)) ? id : null),
  })),
  broken('ids', 'believes in every id', (store) => ({
    resolveTraceId: async (id, query, options) => (await store.resolveTraceId(id, query, options)) ?? id,
  })),

  broken('ids', 'does not look into metadata', (store) => ({
    async resolveTraceId(id, query, options) {
      const traceId = await store.resolveTraceId(id, query, options);
      return traceIdCandidates(id).includes(traceId ?? '') ? traceId : null;
    },
  })),
  broken('ids', 'takes the oldest of the traces that carry an id', (store) => ({
    async resolveTraceId(id, query, options) {
      const order = { field: 'startTime', direction: 'asc' } as const;
      const filter: Filter = { field: 'metadata.messageId', op: '=', value: id };
      const { items } = await store.listTraces({ ...query, filter, order, limit: 1 }, options);
      return items[0]?.id ?? store.resolveTraceId(id, query, options);
    },
  })),

  broken('listing', 'skips one trace between pages', (store) => ({
    async listTraces(query = {}, options) {
      const page = await store.listTraces(query, options);
      return query.cursor === undefined ? page : { ...page, items: page.items.slice(1) };
    },
  })),
  broken('listing', 'takes any cursor', (store) => ({
    listTraces: (query = {}, options) =>
      store.listTraces(query, options).catch((error: unknown) => {
        if (!StoreError.is(error) || error.code !== 'bad-cursor') throw error;
        return store.listTraces({ ...query, cursor: undefined }, options);
      }),
  })),
  broken('listing', 'takes any limit', (store) => ({
    listTraces: (query = {}, options) =>
      store.listTraces(
        { ...query, limit: Math.min(1000, Math.max(1, Math.floor(query.limit ?? 50) || 1)) },
        options,
      ),
  })),
  broken('listing', 'lists upwards only', (store) => ({
    listTraces: (query = {}, options) =>
      store.listTraces(
        { ...query, order: { field: query.order?.field ?? 'startTime', direction: 'asc' } },
        options,
      ),
  })),

  broken('queries', 'takes < for <=', (store) => ({
    listObservations: (query, options) => store.listObservations(withFilter(query, strictlyBelow), options),
  })),
  broken('queries', 'compares text with its case', (store) => ({
    async listTraces(query = {}, options) {
      const { filter } = query;
      const page = await store.listTraces(query, options);
      if (!filter || !('op' in filter) || filter.op !== 'contains' || filter.field !== 'name') return page;
      return { ...page, items: page.items.filter(({ name }) => name?.includes(filter.value)) };
    },
  })),
  broken('queries', 'finds what a negation excludes', (store) => ({
    listScores: (query, options) => store.listScores(withFilter(query, withoutNot), options),
  })),

  broken('deleting', 'deletes nothing', () => ({ deleteTraces: () => Promise.resolve() })),
  broken('deleting', 'leaves scores behind', (store) => ({
    async deleteTraces(traceIds, options) {
      for (const id of traceIds) {
        const structure = await store.readTrace(id, options);
        await store.deleteTraces([id], options);
        for (const { id: scoreId, timestamp, name, value } of structure?.scores ?? []) {
          await store.write([{ kind: 'score', id: scoreId, at: timestamp, name, value }]);
        }
      }
    },
  })),

  broken('subscribing', 'tells nobody', () => ({ subscribe: () => () => undefined })),
  broken('subscribing', 'tells who has left', (store) => ({
    subscribe(listener) {
      store.subscribe(listener);
      return () => undefined;
    },
  })),
  broken('subscribing', 'tells the last subscriber only', (store) => {
    let end = () => {};
    return {
      subscribe(listener) {
        end();
        return (end = store.subscribe(listener));
      },
    };
  }),

  broken('errors', 'swallows an abort', (store) => ({
    readPayloads: (query) => store.readPayloads(query),
  })),
  broken('errors', 'writes what was aborted', (store) => ({
    async write(patches, options) {
      await store.write(patches);
      await store.write([], options);
    },
  })),
  broken('errors', 'answers after it was closed', () => ({ close: () => Promise.resolve() })),
  broken('errors', 'lets an error of its driver escape', (store) => ({
    listTraces: (query, options) =>
      store.listTraces(query, options).catch((cause: unknown) => {
        throw new Error('SQLITE_MISUSE', { cause });
      }),
  })),

  broken('scope', 'looks a trace up by its id whatever else is asked', (store) => ({
    listTraces: (query = {}, options) =>
      store.listTraces(isAboutId(query.filter) ? { ...query, traces: undefined } : query, options),
  })),
  broken('scope', 'lists the traces of everybody', (store) => ({
    listTraces: (query, options) => store.listTraces({ ...query, traces: undefined }, options),
  })),
  broken('scope', 'resolves ids to the traces of everybody', (store) => ({
    resolveTraceId: (id, _, options) => store.resolveTraceId(id, {}, options),
  })),
  broken('scope', 'lets a trace of somebody else stand in the way of an id', (store) => ({
    async resolveTraceId(id, query, options) {
      const traceId = await store.resolveTraceId(id, {}, options);
      const filter: Filter = { field: 'id', op: '=', value: traceId ?? '' };
      const { items } = await store.listTraces({ ...query, filter, limit: 1 }, options);
      return items.length > 0 ? traceId : null;
    },
  })),

  ...BROKEN_QUERIES,
];

function withFilter(query: PageQuery | undefined, change: (filter: Filter) => Filter): PageQuery {
  return query?.filter ? { ...query, filter: change(query.filter) } : { ...query };
}

function strictlyBelow(filter: Filter): Filter {
  if ('and' in filter) return { and: filter.and.map(strictlyBelow) };
  if ('or' in filter) return { or: filter.or.map(strictlyBelow) };
  return 'op' in filter && filter.op === '<=' ? { ...filter, op: '<' } : filter;
}

function withoutNot(filter: Filter): Filter {
  return 'not' in filter ? filter.not : filter;
}

function isAboutId(filter: Filter | undefined): boolean {
  return filter !== undefined && 'op' in filter && filter.field === 'id' && filter.op === '=';
}
