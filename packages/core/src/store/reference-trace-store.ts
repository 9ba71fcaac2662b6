import type { JsonObject, JsonValue } from '../model/json.ts';
import type { TraceId } from '../model/ids.ts';
import { answerAggregate } from '../query/aggregate/answer-aggregate.ts';
import { answerFacets } from '../query/aggregate/answer-facets.ts';
import { answerPage } from '../query/answer-page.ts';
import type { PageQuery } from '../query/page.ts';
import type { StoreContents } from '../query/store-contents.ts';
import { traceIdCandidates } from '../query/trace-id-candidates.ts';
import type { View } from '../query/view-record.ts';
import { throwIfAborted } from './call-options.ts';
import type { CallOptions } from './call-options.ts';
import { checkPatch } from './check-patch.ts';
import { StoreError } from './store-error.ts';
import { tableContents } from './table-contents.ts';
import { TraceTable } from './trace-table.ts';
import type { TraceChange, TraceStore } from './trace-store.ts';

const MAX_BATCH = 10_000;

export interface ReferenceStoreOptions {
  /** Metadata keys of traces that hold ids of the host's own, for `resolveTraceId`. Default: none. */
  readonly idKeys?: readonly string[] | undefined;
}

/** The trace half of {@link referenceStore}: folds patches by the merge rules and answers by looking at everything. */
export function referenceTraceStore({ idKeys = [] }: ReferenceStoreOptions = {}): TraceStore {
  const table = new TraceTable();
  const listeners = new Set<(change: TraceChange) => void>();
  let isClosed = false;

  /** Every call goes through here: closed and aborted first, then the answer, always as a promise. */
  async function call<Answer>(options: CallOptions | undefined, answer: () => Answer): Promise<Answer> {
    if (isClosed) throw new StoreError('closed', 'The store was closed. Open a new one to go on.');
    throwIfAborted(options);
    return answer();
  }

  function announce(type: TraceChange['type'], traceIds: readonly TraceId[]): void {
    for (const listener of listeners)
      queueMicrotask(() => listeners.has(listener) && listener({ type, traceIds }));
  }

  const contents = () => tableContents(table);

  /** Some of the traces, and nothing else. */
  const narrowed = (ids: readonly TraceId[]): StoreContents => ({
    traces: contents().traces.filter(({ structure }) => ids.includes(structure.trace.id)),
    scores: [],
  });

  function list<V extends View>(view: V, query?: PageQuery, options?: CallOptions) {
    return call(options, () => answerPage(view, contents(), query));
  }

  const metadataOf = (id: TraceId): JsonObject => table.tracePayload(id)?.metadata ?? {};

  return {
    contract: 1,
    capabilities: { durable: false, writable: true, maxBatch: MAX_BATCH },

    write: (patches, options) =>
      call(options, () => {
        if (patches.length > MAX_BATCH) {
          throw new StoreError(
            'too-large',
            `A batch holds at most ${MAX_BATCH} patches, not ${patches.length}. Split it.`,
          );
        }
        patches.forEach(checkPatch);
        const touched = new Set(patches.map((patch) => table.fold(patch)));
        announce(
          'traces-written',
          [...touched].filter((id) => id !== null),
        );
      }),

    resolveTraceId: (anyId, { traces } = {}, options) =>
      call(options, () => {
        const firstOf = (ids: readonly TraceId[]): TraceId | null =>
          answerPage('traces', narrowed(ids), { traces, limit: 1 }).items[0]?.id ?? null;
        const owners = table
          .ids()
          .filter((id) => idKeys.some((key) => readKey(metadataOf(id), key) === anyId));
        const tries = [...traceIdCandidates(anyId).map((id) => [id]), owners];
        return tries.map(firstOf).find((id) => id !== null) ?? null;
      }),

    readTrace: (traceId, options) => call(options, () => table.structure(traceId)),

    readPayloads: ({ traceId, observationIds = [] }, options) =>
      call(options, () => ({
        trace: table.tracePayload(traceId),
        observations: observationIds
          .map((id) => table.observationPayload(traceId, id))
          .filter((payload) => payload !== null),
      })),

    listTraces: (query, options) => list('traces', query, options),
    listObservations: (query, options) => list('observations', query, options),
    listSessions: (query, options) => list('sessions', query, options),
    listUsers: (query, options) => list('users', query, options),
    listScores: (query, options) => list('scores', query, options),
    aggregate: (query, options) => call(options, () => answerAggregate(contents(), query)),
    facets: (query, options) => call(options, () => answerFacets(contents(), query)),

    deleteTraces: (traceIds, options) =>
      call(options, () => {
        const known = traceIds.filter((id) => table.has(id));
        known.forEach((id) => table.delete(id));
        announce('traces-deleted', known);
      }),

    subscribe(listener) {
      const own = (change: TraceChange) => listener(change);
      listeners.add(own);
      return () => void listeners.delete(own);
    },

    close() {
      isClosed = true;
      listeners.clear();
      return Promise.resolve();
    },
  };
}

function readKey(metadata: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(metadata, key) ? metadata[key] : undefined;
}
