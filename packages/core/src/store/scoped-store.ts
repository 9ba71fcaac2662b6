import type { Filter } from '../query/filter.ts';
import { StoreError } from './store-error.ts';
import type { ResolveQuery, TraceChange, TraceStore } from './trace-store.ts';
import { VisibleTraces } from './visible-traces.ts';

/** What a caller may see. */
export interface StoreScope {
  /** A filter of the traces view. What does not meet it does not exist for the caller, through any method. */
  readonly traces: Filter;
}

/**
 * A read-only window on a store: traces in scope with their observations and scores, and the sessions and users
 * that these traces alone make. Scores on whole sessions and dataset runs are outside every scope. Writing and
 * deleting reject with `forbidden`. Every query goes to the store with the scope as its `traces`, so a scope costs
 * what a filter costs.
 */
export function scopedStore(store: TraceStore, scope: StoreScope): TraceStore {
  const visible = new VisibleTraces(store, scope.traces);

  /** The query of somebody for whom the traces out of scope do not exist. */
  const within = <Query extends ResolveQuery>(query: Query): Query => ({
    ...query,
    traces: withPart(query.traces, scope.traces),
  });

  return {
    contract: 1,
    capabilities: { ...store.capabilities, writable: false },
    write: () => Promise.reject(forbidden('written')),
    deleteTraces: () => Promise.reject(forbidden('deleted')),

    async resolveTraceId(anyId, query = {}, options) {
      const traceId = await store.resolveTraceId(anyId, within(query), options);
      if (traceId !== null) visible.note([traceId]);
      return traceId;
    },

    async readTrace(traceId, options) {
      return (await visible.has(traceId, options)) ? store.readTrace(traceId, options) : null;
    },

    async readPayloads(query, options) {
      const isIn = await visible.has(query.traceId, options);
      return isIn ? store.readPayloads(query, options) : { trace: null, observations: [] };
    },

    async listTraces(query = {}, options) {
      const page = await store.listTraces(within(query), options);
      visible.note(page.items.map(({ id }) => id));
      return page;
    },
    listObservations: (query = {}, options) => store.listObservations(within(query), options),
    listSessions: (query = {}, options) => store.listSessions(within(query), options),
    listUsers: (query = {}, options) => store.listUsers(within(query), options),
    listScores: (query = {}, options) => store.listScores(within(query), options),
    aggregate: (query, options) => store.aggregate(within(query), options),
    facets: (query, options) => store.facets(within(query), options),

    subscribe(listener) {
      let isOver = false;
      let telling = Promise.resolve();
      const tell = async ({ type, traceIds }: TraceChange) => {
        if (isOver) return;
        const theirs = type === 'traces-deleted' ? visible.forget(traceIds) : await visible.among(traceIds);
        if (!isOver && theirs.length > 0) listener({ type, traceIds: theirs });
      };
      const end = store.subscribe((change) => {
        // One after the other: what was deleted must not be told before what was written. A change that cannot be
        // checked now is not told: what is out of scope must not show in any way.
        telling = telling.then(() => tell(change)).catch(() => undefined);
      });
      return () => {
        isOver = true;
        end();
      };
    },

    close: () => store.close(),
  };
}

function withPart(filter: Filter | undefined, part: Filter): Filter {
  return filter === undefined ? part : { and: [part, filter] };
}

function forbidden(what: string): StoreError {
  return new StoreError(
    'forbidden',
    `Nothing was ${what}: this store is a read-only window on another one. Use the whole store for that.`,
  );
}
