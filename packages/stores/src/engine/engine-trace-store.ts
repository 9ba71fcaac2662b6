import { checkAggregate, checkFacets, checkPatch, StoreError, throwIfAborted } from '@oriel/core';
import type { CallOptions, PageQuery, RecordQuery, TraceStore, View } from '@oriel/core';
import { withScratch } from '../columns/scratch.ts';
import { answerWithPatches } from '../log/patch-reader.ts';
import { RowReader } from '../records/row-reader.ts';
import { aggregateRows } from '../aggregate/aggregate-rows.ts';
import { facetRows } from '../aggregate/facet-rows.ts';
import { checkPage, listPage } from '../views/list-page.ts';
import { ChangeFeed } from './change-feed.ts';
import { readPayloads } from './read-payloads.ts';
import { readStructure } from './read-structure.ts';
import { resolveTraceId } from './resolve-trace-id.ts';
import type { TraceEngine } from './trace-engine.ts';
import { Turns } from './turns.ts';
import type { TurnTaking } from './turns.ts';
import { viewOf } from './view-of.ts';
import { WriteGroups } from './write-groups.ts';

const MAX_BATCH = 10_000;

export interface EngineTraceStoreOptions {
  readonly engine: TraceEngine;
  /** The log survives the process. */
  readonly durable: boolean;
  /** Where changes wait for each other. Give it when others change the engine, too. */
  readonly turns?: TurnTaking | undefined;
  /** What subscribers hear. Give it when others change the engine, too. */
  readonly feed?: ChangeFeed | undefined;
}

/** The `TraceStore` contract over an engine, whatever log it has. */
export function engineTraceStore({
  engine,
  durable,
  turns = new Turns(),
  feed = new ChangeFeed(),
}: EngineTraceStoreOptions): TraceStore {
  const writes = new WriteGroups(turns, async (patches) => {
    feed.announce('traces-written', await engine.write(patches));
  });
  let isClosed = false;

  function check(options: CallOptions | undefined): void {
    if (isClosed) throw new StoreError('closed', 'The store was closed. Open a new one to go on.');
    throwIfAborted(options);
  }

  /** Every answer sees one moment of the columns: see {@link answerWithPatches}. */
  async function answer<Answer>(
    options: CallOptions | undefined,
    give: (reader: RowReader) => Answer,
  ): Promise<Answer> {
    check(options);
    const given = await answerWithPatches(engine.log, (patches) =>
      withScratch(() => give(new RowReader(engine.tables, patches))),
    );
    check(options);
    return given;
  }

  /** As {@link answer}, about traces that have been summed up. */
  function answerAll<Answer>(options: CallOptions | undefined, give: (reader: RowReader) => Answer) {
    return answer(options, (reader) => {
      engine.refresh();
      return give(reader);
    });
  }

  /** A view, and its rows that meet a query. */
  function found<V extends View>(reader: RowReader, view: V, { traces, filter }: RecordQuery) {
    const rows = viewOf(reader, engine.selections, view, traces);
    return [rows, engine.selections.select(rows, traces, filter)] as const;
  }

  function list<V extends View>(view: V, query: PageQuery = {}, options?: CallOptions) {
    return answerAll(options, (reader) => {
      checkPage(view, query);
      return listPage(...found(reader, view, query), query);
    });
  }

  return {
    contract: 1,
    capabilities: { durable, writable: true, maxBatch: MAX_BATCH },

    async write(patches, options) {
      check(options);
      if (patches.length > MAX_BATCH) {
        throw new StoreError(
          'too-large',
          `A batch holds at most ${MAX_BATCH} patches, not ${patches.length}. Split it.`,
        );
      }
      for (const patch of patches) checkPatch(patch);
      await writes.add(patches, () => check(options));
    },

    resolveTraceId: (anyId, { traces: within } = {}, options) =>
      answer(options, (reader) => {
        checkPage('traces', { traces: within });
        return resolveTraceId(reader, engine, anyId, within);
      }),

    readTrace: (traceId, options) =>
      answer(options, (reader) => readStructure(reader, engine.traceRow(traceId), engine.held)),

    readPayloads: (query, options) =>
      answer(options, (reader) => readPayloads(reader, engine.traceRow(query.traceId), query)),

    listTraces: (query, options) => list('traces', query, options),
    listObservations: (query, options) => list('observations', query, options),
    listSessions: (query, options) => list('sessions', query, options),
    listUsers: (query, options) => list('users', query, options),
    listScores: (query, options) => list('scores', query, options),

    aggregate: (query, options) =>
      answerAll(options, (reader) => {
        checkAggregate(query);
        return aggregateRows(...found(reader, query.view, query), query);
      }),

    facets: (query, options) =>
      answerAll(options, (reader) => {
        checkFacets(query);
        return facetRows(...found(reader, query.view, query), query);
      }),

    async deleteTraces(traceIds, options) {
      check(options);
      writes.endGroup();
      await turns.take(async () => {
        check(options);
        feed.announce('traces-deleted', await engine.delete(traceIds));
      });
    },

    subscribe: (listener) => feed.subscribe(listener),

    async close() {
      if (isClosed) return;
      isClosed = true;
      feed.close();
      await turns.settled();
      await engine.log.close();
    },
  };
}
