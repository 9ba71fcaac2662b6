import type { PageQuery, StoreError, TraceStore } from '@oriel/core';

export interface StoreGuard {
  /** Why the store cannot be used any more; `null` while it can. */
  readonly ended: () => StoreError | null;
  /** Resolves when everything is in the columns. */
  readonly whole: Promise<void>;
  readonly onClose: () => Promise<void>;
}

/**
 * A store that is being read from the disk: writes go in at once, the first page of the newest traces shows what is
 * there already, and every other answer waits until it would be right.
 */
export function guardedStore(store: TraceStore, guard: StoreGuard): TraceStore {
  async function pass(until: Promise<void> | null): Promise<void> {
    const before = guard.ended();
    if (before) throw before;
    await until;
    const after = guard.ended();
    if (after) throw after;
  }

  /** A call that waits until everything is read. */
  async function whole<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    await pass(guard.whole);
    return call();
  }

  return {
    contract: store.contract,
    capabilities: store.capabilities,
    async write(patches, options) {
      await pass(null);
      return store.write(patches, options);
    },
    async listTraces(query, options) {
      await pass(isNewestPage(query) ? null : guard.whole);
      return store.listTraces(query, options);
    },
    resolveTraceId: (anyId, query, options) => whole(() => store.resolveTraceId(anyId, query, options)),
    readTrace: (traceId, options) => whole(() => store.readTrace(traceId, options)),
    readPayloads: (query, options) => whole(() => store.readPayloads(query, options)),
    listObservations: (query, options) => whole(() => store.listObservations(query, options)),
    listSessions: (query, options) => whole(() => store.listSessions(query, options)),
    listUsers: (query, options) => whole(() => store.listUsers(query, options)),
    listScores: (query, options) => whole(() => store.listScores(query, options)),
    aggregate: (query, options) => whole(() => store.aggregate(query, options)),
    facets: (query, options) => whole(() => store.facets(query, options)),
    deleteTraces: (traceIds, options) => whole(() => store.deleteTraces(traceIds, options)),
    subscribe: (listener) => store.subscribe(listener),
    close: () => guard.onClose(),
  };
}

/** Whether a list begins with the newest trace of all. */
function isNewestPage({ filter, traces, order, cursor }: PageQuery = {}): boolean {
  const isNewestFirst = order === undefined || (order.field === 'timestamp' && order.direction === 'desc');
  return filter === undefined && traces === undefined && cursor === undefined && isNewestFirst;
}
