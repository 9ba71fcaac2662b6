import { answerPage, checkAggregate, checkFacets, checkFilter, StoreError } from '@oriel/core';
import type { CallOptions, Page, PageQuery, Store, TraceStore, View, ViewItems } from '@oriel/core';
import type { ReadRecords } from '@oriel/ingest/langfuse-reads';
import { Calls } from './calls.ts';
import type { LangfuseReads, LangfuseStoreOptions } from './langfuse-store-options.ts';
import { queryNeeds } from './query-needs.ts';
import type { WholeQuery } from './query-needs.ts';
import { isNewestFirst, listNewest, readAll } from './questions.ts';
import { RecordBudget } from './record-budget.ts';
import { createRequests } from './requests.ts';
import type { Requests } from './requests.ts';
import type { ReadCall, ServerReads } from './server-reads.ts';
import { v3Reads } from './v3-reads.ts';
import { v4Reads } from './v4-reads.ts';
import { resolveTraceId } from './resolve-trace-id.ts';
import { windowOf } from './window.ts';
import type { Window } from './window.ts';

/**
 * The traces of a Langfuse server, read through its own client. Nothing is written and nothing is kept: every call
 * asks the server, as much at a time as it allows. Resolves when it is known which reads the server has.
 *
 * @example
 * const store = await langfuseStore({ client: new LangfuseClient() });
 *
 * @throws StoreError `unavailable` - the server cannot be reached; `forbidden` - it does not accept the client's keys.
 */
export async function langfuseStore(options: LangfuseStoreOptions): Promise<Store> {
  const { client, onRejected = () => undefined } = options;
  const requests = createRequests(options);
  const take = ({ patches, rejected }: ReadRecords) => {
    rejected.forEach(onRejected);
    return patches;
  };
  const reads = options.reads ?? (await newestReads(options, requests));
  const server = reads === 'v4' ? v4Reads(client, requests, take) : v3Reads(client, requests, take);
  return { traces: langfuseTraces(server, options) };
}

/** A server that has the newer reads may have data that the older do not show. */
async function newestReads({ client }: LangfuseStoreOptions, requests: Requests): Promise<LangfuseReads> {
  const { signal } = new AbortController();
  try {
    await requests.send(
      (options) => client.api.observations.getMany({ limit: 1, fields: 'core' }, options),
      signal,
    );
    return 'v4';
  } catch (error) {
    // Servers of the third version, and of the fourth before they are switched over, say that there is no such thing.
    const isMissing = StoreError.is(error) && (error.code === 'not-found' || error.code === 'unsupported');
    if (isMissing) return 'v3';
    throw error;
  }
}

const NO_CONTENTS = { traces: [], scores: [] };

function langfuseTraces(reads: ServerReads, options: LangfuseStoreOptions): TraceStore {
  const { idKeys = [], maxRecords = 20_000 } = options;
  const calls = new Calls();

  const run = <Answer>(
    callOptions: CallOptions | undefined,
    answer: (call: ReadCall) => Promise<Answer>,
  ): Promise<Answer> =>
    calls.run(callOptions, (signal) => answer({ signal, budget: new RecordBudget(maxRecords) }));

  /** One trace, whole however large: it is one answer, or walked to its end. */
  const runUnbounded: typeof run = (callOptions, answer) =>
    calls.run(callOptions, (signal) => answer({ signal, budget: new RecordBudget(Infinity) }));

  function list<V extends View>(
    view: V,
    query: PageQuery,
    callOptions: CallOptions | undefined,
    page: (window: Window, query: PageQuery) => Promise<Page<ViewItems[V]>>,
  ): Promise<Page<ViewItems[V]>> {
    return run(callOptions, async (call) => {
      // A question that cannot be asked costs no request.
      answerPage(view, NO_CONTENTS, { ...query, cursor: undefined });
      if (isNewestFirst(view, query)) return listNewest(reads, view, query, call, page);
      if (query.cursor !== undefined) answerPage(view, NO_CONTENTS, query);
      return page(await whole(view, query, call), query);
    });
  }

  const whole = (view: View, query: WholeQuery, call: ReadCall): Promise<Window> =>
    readAll(reads, { view, query, needs: queryNeeds(view, query) }, call);

  const readOnly = (callOptions: CallOptions | undefined): Promise<never> =>
    calls.run(callOptions, () => {
      throw new StoreError(
        'unsupported',
        'A Langfuse server is only read through this store, so nothing was changed. Write to it with its own SDK.',
      );
    });

  return {
    contract: 1,
    capabilities: {
      durable: false,
      writable: false,
      maxBatch: 1,
      announces: false,
      omits: reads.omits,
    },
    write: (_, callOptions) => readOnly(callOptions),
    deleteTraces: (_, callOptions) => readOnly(callOptions),

    resolveTraceId: (anyId, { traces } = {}, callOptions) =>
      run(callOptions, async (call) => {
        if (traces) checkFilter('traces', traces);
        return resolveTraceId(reads, { anyId, idKeys, traces }, call);
      }),

    readTrace: (traceId, callOptions) =>
      runUnbounded(callOptions, async (call) => {
        const patches = traceId === '' ? null : await reads.readTrace(traceId, call);
        return patches && (await windowOf(patches)).store.readTrace(traceId);
      }),

    readPayloads: (query, callOptions) =>
      runUnbounded(callOptions, async (call) => {
        const patches = await reads.readPayloads(query, call);
        return (await windowOf(patches ?? [])).store.readPayloads(query);
      }),

    listTraces: (query = {}, callOptions) =>
      list('traces', query, callOptions, ({ store }, asked) => store.listTraces(asked)),
    listObservations: (query = {}, callOptions) =>
      list('observations', query, callOptions, ({ store }, asked) => store.listObservations(asked)),
    listSessions: (query = {}, callOptions) =>
      list('sessions', query, callOptions, ({ store }, asked) => store.listSessions(asked)),
    listUsers: (query = {}, callOptions) =>
      list('users', query, callOptions, ({ store }, asked) => store.listUsers(asked)),
    listScores: (query = {}, callOptions) =>
      list('scores', query, callOptions, ({ store }, asked) => store.listScores(asked)),

    aggregate: (query, callOptions) =>
      run(callOptions, async (call) => {
        checkAggregate(query);
        return (await whole(query.view, query, call)).store.aggregate(query);
      }),

    facets: (query, callOptions) =>
      run(callOptions, async (call) => {
        checkFacets(query);
        return (await whole(query.view, query, call)).store.facets(query);
      }),

    // Nobody tells what happens on that server: `capabilities.announces` says so.
    subscribe: () => () => undefined,

    close() {
      calls.close();
      return Promise.resolve();
    },
  };
}
