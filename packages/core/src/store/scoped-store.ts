import type { TraceId } from '../model/ids.ts';
import type { Trace } from '../model/trace.ts';
import { answerPage } from '../query/answer-page.ts';
import { deriveSessions, deriveUsers } from '../query/derive-groups.ts';
import { traceIdCandidates } from '../query/trace-id-candidates.ts';
import type { Filter } from '../query/filter.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../query/page.ts';
import type { Page, PageQuery } from '../query/page.ts';
import { StoreError } from './store-error.ts';
import type { CallOptions } from './call-options.ts';
import type { TraceChange, TraceStore } from './trace-store.ts';

/** What a caller may see. */
export interface StoreScope {
  /** A filter of the traces view. What does not meet it does not exist for the caller, through any method. */
  readonly traces: Filter;
}

/**
 * A read-only window on a store: traces in scope with their observations and scores, and the sessions and users
 * that these traces alone make. Scores on whole sessions and dataset runs are outside every scope. Writing and
 * deleting reject with `forbidden`.
 */
export function scopedStore(store: TraceStore, scope: StoreScope): TraceStore {
  /** Traces this caller was shown, so that it can be told when one is deleted and no longer asked about. */
  const shown = new Set<TraceId>();

  async function isVisible(traceId: TraceId, options?: CallOptions): Promise<boolean> {
    const filter = within(scope, { field: 'id', op: '=', value: traceId });
    const { items } = await store.listTraces({ filter, limit: 1 }, options);
    if (items.length > 0) shown.add(traceId);
    return items.length > 0;
  }

  async function visibleTraces(options?: CallOptions): Promise<Trace[]> {
    const traces: Trace[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.listTraces({ filter: scope.traces, limit: MAX_PAGE_SIZE, cursor }, options);
      traces.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    for (const { id } of traces) shown.add(id);
    return traces;
  }

  async function visibleIds(options?: CallOptions): Promise<ReadonlySet<TraceId>> {
    return new Set((await visibleTraces(options)).map(({ id }) => id));
  }

  return {
    contract: 1,
    capabilities: { ...store.capabilities, writable: false },
    write: () => Promise.reject(forbidden('written')),
    deleteTraces: () => Promise.reject(forbidden('deleted')),

    async resolveTraceId(anyId, options) {
      const traceId = await store.resolveTraceId(anyId, options);
      if (traceId === null || (await isVisible(traceId, options))) return traceId;
      // What is out of scope does not exist, so it does not stand in the way of a trace that is in scope.
      for (const candidate of traceIdCandidates(anyId)) {
        if (await isVisible(candidate, options)) return candidate;
      }
      return null;
    },

    async readTrace(traceId, options) {
      return (await isVisible(traceId, options)) ? store.readTrace(traceId, options) : null;
    },

    async readPayloads(query, options) {
      const isIn = await isVisible(query.traceId, options);
      return isIn ? store.readPayloads(query, options) : { trace: null, observations: [] };
    },

    listTraces: (query = {}, options) =>
      store.listTraces({ ...query, filter: withPart(query.filter, scope.traces) }, options),

    async listObservations(query = {}, options) {
      const ids = await visibleIds(options);
      return pageWithin(query, ids, (inner) => store.listObservations(inner, options));
    },

    async listScores(query = {}, options) {
      const ids = await visibleIds(options);
      return pageWithin(query, ids, (inner) => store.listScores(inner, options));
    },

    async listSessions(query = {}, options) {
      const sessions = deriveSessions(await visibleTraces(options));
      return answerPage(
        'sessions',
        sessions.map((item) => ({ item, metadata: {}, scores: [] })),
        query,
      );
    },

    async listUsers(query = {}, options) {
      const users = deriveUsers(await visibleTraces(options));
      return answerPage(
        'users',
        users.map((item) => ({ item, metadata: {}, scores: [] })),
        query,
      );
    },

    subscribe(listener) {
      let isOver = false;
      const tell = async ({ type, traceIds }: TraceChange) => {
        const checks = traceIds.map(async (id) =>
          type === 'traces-deleted' ? shown.delete(id) : isVisible(id),
        );
        // A change that cannot be checked now is not told: what is out of scope must not show in any way.
        const results = await Promise.allSettled(checks);
        const visible = traceIds.filter((_, index) => {
          const result = results[index];
          return result?.status === 'fulfilled' && result.value;
        });
        if (!isOver && visible.length > 0) listener({ type, traceIds: visible });
      };
      const end = store.subscribe((change) => void tell(change));
      return () => {
        isOver = true;
        end();
      };
    },

    close: () => store.close(),
  };
}

function within(scope: StoreScope, filter: Filter): Filter {
  return { and: [scope.traces, filter] };
}

function withPart(filter: Filter | undefined, part: Filter): Filter {
  return filter === undefined ? part : { and: [part, filter] };
}

/**
 * A page of the whole list without what is out of scope. The cursors are the whole list's own, so that they stay
 * good while traces come into scope; pages are asked for until one is full or the list ends.
 */
async function pageWithin<Item extends { readonly traceId: TraceId | null }>(
  query: PageQuery,
  ids: ReadonlySet<TraceId>,
  list: (query: PageQuery) => Promise<Page<Item>>,
): Promise<Page<Item>> {
  const limit = query.limit ?? DEFAULT_PAGE_SIZE;
  const items: Item[] = [];
  let cursor: string | null | undefined = query.cursor;
  do {
    const page: Page<Item> = await list({ ...query, cursor, limit: limit - items.length });
    items.push(...page.items.filter(({ traceId }) => traceId !== null && ids.has(traceId)));
    cursor = page.nextCursor;
  } while (items.length < limit && cursor !== null);
  return { items, nextCursor: cursor };
}

function forbidden(what: string): StoreError {
  return new StoreError(
    'forbidden',
    `Nothing was ${what}: this store is a read-only window on another one. Use the whole store for that.`,
  );
}
