import type { Store, TraceStore } from '@oriel/core';

const READS = [
  'readTrace',
  'readPayloads',
  'listTraces',
  'listObservations',
  'listSessions',
  'listUsers',
  'listScores',
  'aggregate',
  'facets',
] as const;
type Read = (typeof READS)[number];

/** A question that a page put to its store. */
export interface AskedCall {
  readonly method: Read;
  readonly query: unknown;
  /** From the question until its answer was on the page; `null` while it is open or when nobody wanted it any more. */
  ms: number | null;
}

export interface WatchedStore {
  readonly store: Store;
  readonly unwatched: Store;
  /** Questions without an answer yet. */
  readonly openCount: () => number;
  /** What was asked since the last time. */
  readonly takeCalls: () => AskedCall[];
}

/** The same store, with every question to it written down. */
export function watchedStore(store: Store): WatchedStore {
  let open = 0;
  let calls: AskedCall[] = [];
  const watched = Object.fromEntries(
    READS.map((method) => {
      const ask = store.traces[method].bind(store.traces) as (
        query: never,
        options: never,
      ) => Promise<unknown>;
      const watch = async (query: never, options: never) => {
        const call: AskedCall = { method, query, ms: null };
        calls.push(call);
        open += 1;
        const started = performance.now();
        try {
          const answer = await ask(query, options);
          call.ms = performance.now() - started;
          return answer;
        } finally {
          open -= 1;
        }
      };
      return [method, watch];
    }),
  ) as unknown as Pick<TraceStore, Read>;
  const traces: TraceStore = {
    ...watched,
    contract: 1,
    capabilities: store.traces.capabilities,
    write: (...args) => store.traces.write(...args),
    resolveTraceId: (...args) => store.traces.resolveTraceId(...args),
    deleteTraces: (...args) => store.traces.deleteTraces(...args),
    subscribe: (listener) => store.traces.subscribe(listener),
    close: () => store.traces.close(),
  };
  return {
    store: { ...store, traces },
    unwatched: store,
    openCount: () => open,
    takeCalls: () => {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}
