import { answerPage, checkAggregate, checkFacets, checkPatch, StoreError } from '@oriel/core';
import type { CallOptions, PageQuery, Patch, TraceStore, View } from '@oriel/core';
import type { ChangeLog } from './change-log.ts';
import { deleteTraces } from './delete-traces.ts';
import { aggregateRecords } from './queries/aggregate-records.ts';
import { facetRecords } from './queries/facet-records.ts';
import { listPage } from './queries/list-page.ts';
import { readPayloads } from './queries/read-payloads.ts';
import { readStructure } from './queries/read-structure.ts';
import { resolveTraceId } from './queries/resolve-trace-id.ts';
import type { StoreReader } from './queries/store-reader.ts';
import type { Place } from './schema/create-statements.ts';
import { writeBatch } from './write-batch.ts';

const MAX_BATCH = 10_000;

export interface ClickHouseTraceStoreOptions {
  readonly reader: StoreReader;
  readonly place: Place;
  readonly changes: ChangeLog;
  readonly idKeys: readonly string[];
}

/** The `TraceStore` contract over ClickHouse's tables. */
export function clickHouseTraceStore({
  reader,
  place,
  changes,
  idKeys,
}: ClickHouseTraceStoreOptions): TraceStore {
  const { connection } = reader;

  async function list<V extends View>(view: V, query: PageQuery = {}, options?: CallOptions) {
    connection.check(options);
    checkPage(view, query);
    return listPage(reader, view, query, options);
  }

  return {
    contract: 1,
    capabilities: { durable: true, writable: true, maxBatch: MAX_BATCH },

    async write(patches, options) {
      connection.check(options);
      checkBatch(patches);
      if (patches.length === 0) return;
      await changes.tell('traces-written', await writeBatch(reader, patches));
    },

    async resolveTraceId(anyId, { traces: within } = {}, options) {
      connection.check(options);
      checkPage('traces', { traces: within });
      return resolveTraceId(reader, { anyId, within, idKeys }, options);
    },

    readTrace: async (traceId, options) => readStructure(reader, traceId, options),
    readPayloads: async (query, options) => readPayloads(reader, query, options),

    listTraces: (query, options) => list('traces', query, options),
    listObservations: (query, options) => list('observations', query, options),
    listSessions: (query, options) => list('sessions', query, options),
    listUsers: (query, options) => list('users', query, options),
    listScores: (query, options) => list('scores', query, options),

    async aggregate(query, options) {
      connection.check(options);
      checkAggregate(query);
      return aggregateRecords(reader, query, options);
    },

    async facets(query, options) {
      connection.check(options);
      checkFacets(query);
      return facetRecords(reader, query, options);
    },

    async deleteTraces(traceIds, options) {
      connection.check(options);
      const deleted = await deleteTraces(reader, place, traceIds);
      if (deleted.length > 0) await changes.tell('traces-deleted', deleted);
    },

    subscribe: (listener) => changes.subscribe(listener),

    close() {
      connection.close();
      changes.close();
      return Promise.resolve();
    },
  };
}

/** As core checks it, on nothing: a mistake is an error whatever is stored. */
function checkPage(view: View, query: PageQuery): void {
  answerPage(view, { traces: [], scores: [] }, query);
}

function checkBatch(patches: readonly Patch[]): void {
  if (patches.length > MAX_BATCH) {
    throw new StoreError(
      'too-large',
      `A batch holds at most ${MAX_BATCH} patches, not ${patches.length}. Split it.`,
    );
  }
  for (const patch of patches) checkPatch(patch);
}
