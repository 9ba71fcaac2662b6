import type { Patch } from '../model/patch.ts';
import type { Filter } from '../query/filter.ts';
import { VIEWS } from '../query/view-record.ts';
import type { TraceStore } from '../store/trace-store.ts';
import { listOf } from './walk-pages.ts';

/** A trace of somebody else, which says "secret" wherever it can, beside one of ada's. */
export const SECRETS: readonly Patch[] = [
  { kind: 'trace', id: 'mine', at: 1, userId: 'ada', sessionId: 'shared' },
  {
    kind: 'trace',
    id: 'secret-trace',
    at: 2,
    name: 'secret',
    userId: 'secret-user',
    sessionId: 'shared',
    tags: ['secret'],
    input: 'secret',
    metadata: { note: 'secret', secret: 1, messageId: 'hidden-message' },
  },
  {
    kind: 'observation',
    id: 'secret-observation',
    traceId: 'secret-trace',
    at: 2,
    startTime: 2,
    name: 'secret',
    statusMessage: 'secret',
    input: { secret: true },
    usage: { secret: 7 },
  },
  { kind: 'score', id: 'secret-score', at: 2, name: 'secret', value: 'secret', traceId: 'secret-trace' },
  { kind: 'score', id: 'secret-session', at: 2, name: 'secret', value: 'secret', sessionId: 'shared' },
];

type Probe = (store: TraceStore, whole: TraceStore, tell: (answer: unknown) => void) => Promise<void>;

type Methods = Exclude<keyof TraceStore, 'contract' | 'capabilities'>;

/** Questions whose answers say "secret" nowhere even when all is seen: what they must not say is in their chapter. */
export const SILENT: readonly string[] = ['close', 'write', 'deleteTraces'];

/** A question to each method that gives secrets away if it can. */
export const PROBES: Readonly<Record<Methods, Probe>> = {
  async write(store, _, tell) {
    tell(await messageOf(store.write([{ kind: 'trace', id: 'mine', at: 1 }])));
  },
  async deleteTraces(store, _, tell) {
    tell(await messageOf(store.deleteTraces(['mine'])));
  },
  async resolveTraceId(store, _, tell) {
    tell(await store.resolveTraceId('secret-trace'));
    tell(await store.resolveTraceId('secret-trace', { traces: EVERYTHING }));
    tell(await store.resolveTraceId('hidden-message'));
  },
  async readTrace(store, _, tell) {
    tell([await store.readTrace('secret-trace'), await store.readTrace('mine')]);
  },
  async readPayloads(store, _, tell) {
    tell(await store.readPayloads({ traceId: 'secret-trace', observationIds: ['secret-observation'] }));
    tell(await store.readPayloads({ traceId: 'mine', observationIds: ['secret-observation'] }));
  },
  listTraces: (store, _, tell) => askLists(store, ['traces'], tell),
  listObservations: (store, _, tell) => askLists(store, ['observations'], tell),
  listSessions: (store, _, tell) => askLists(store, ['sessions'], tell),
  listUsers: (store, _, tell) => askLists(store, ['users'], tell),
  listScores: (store, _, tell) => askLists(store, ['scores'], tell),
  async aggregate(store, _, tell) {
    for (const view of VIEWS) {
      for (const query of WIDENED) {
        for (const dimension of DIMENSIONS[view]) {
          tell(
            await store.aggregate({
              view,
              measures: [{ aggregate: 'count' }],
              dimensions: [dimension],
              ...query,
            }),
          );
        }
      }
    }
  },
  async facets(store, _, tell) {
    for (const view of VIEWS) {
      for (const query of WIDENED) tell(await store.facets({ view, fields: DIMENSIONS[view], ...query }));
    }
  },
  async subscribe(store, whole, tell) {
    const end = store.subscribe(tell);
    await whole.write([{ kind: 'trace', id: 'secret-trace', at: 3, name: 'secret' }]);
    await whole.write([{ kind: 'trace', id: 'mine', at: 3, name: 'mine' }]);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    end();
  },
  async close(store, _, tell) {
    tell(await store.close());
  },
};

const EVERYTHING: Filter = { or: [{ and: [] }, { field: 'id', op: 'is-not-null' }] };

/** Ways to ask for more than one may see. */
const WIDENED: readonly { readonly filter?: Filter; readonly traces?: Filter }[] = [
  {},
  { traces: EVERYTHING },
  { filter: { search: 'secret', in: ['names', 'ids', 'payloads', 'metadata'] } },
  { filter: EVERYTHING, traces: { or: [EVERYTHING, { field: 'userId', op: '=', value: 'secret-user' }] } },
];

const DIMENSIONS = {
  traces: ['id', 'name', 'userId', 'tags', 'metadata.note', 'metadataKeys', 'scoreNames', 'usageKeys'],
  observations: ['id', 'traceName', 'userId', 'tags', 'statusMessage', 'usageKeys'],
  sessions: ['userIds', 'scoreNames', 'usageKeys'],
  users: ['id', 'usageKeys'],
  scores: ['id', 'name', 'value', 'traceId', 'userId', 'observationName'],
} as const;

async function askLists(
  store: TraceStore,
  views: readonly (typeof VIEWS)[number][],
  tell: (answer: unknown) => void,
): Promise<void> {
  for (const view of views) {
    for (const query of WIDENED) tell(await listOf(store, view)(query));
  }
}

async function messageOf(answer: Promise<void>): Promise<string> {
  return answer.then(
    () => 'done',
    (error: unknown) => String(error),
  );
}
