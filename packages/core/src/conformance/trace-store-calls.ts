import type { CallOptions } from '../store/call-options.ts';
import type { TraceStore } from '../store/trace-store.ts';

/** Every method that answers with a promise, called in an ordinary way. */
export const TRACE_STORE_CALLS: Readonly<
  Record<string, (store: TraceStore, options?: CallOptions) => Promise<unknown>>
> = {
  write: (store, options) => store.write([{ kind: 'trace', id: 'written-anyway', at: 1 }], options),
  resolveTraceId: (store, options) => store.resolveTraceId('t', {}, options),
  readTrace: (store, options) => store.readTrace('t', options),
  readPayloads: (store, options) => store.readPayloads({ traceId: 't', observationIds: ['o'] }, options),
  listTraces: (store, options) => store.listTraces({}, options),
  listObservations: (store, options) => store.listObservations({}, options),
  listSessions: (store, options) => store.listSessions({}, options),
  listUsers: (store, options) => store.listUsers({}, options),
  listScores: (store, options) => store.listScores({}, options),
  aggregate: (store, options) =>
    store.aggregate({ view: 'traces', measures: [{ aggregate: 'count' }] }, options),
  facets: (store, options) => store.facets({ view: 'traces', fields: ['name'] }, options),
  deleteTraces: (store, options) => store.deleteTraces(['t'], options),
};
