import { StoreError } from '@oriel/core';
import type { JsonValue, OmittedField, Patch, PayloadQuery, TraceId } from '@oriel/core';
import { readObservations, readScores, readTraces, readWholeTrace } from '@oriel/ingest/langfuse-reads';
import type { ReadRecords } from '@oriel/ingest/langfuse-reads';
import { chunkIds } from './chunk-ids.ts';
import type { LangfuseReader } from './langfuse-reader.ts';
import { NUMBERED_LIMIT, readNumbered, readPage, walkBack } from './read-pages.ts';
import type { ServerPage, TimedPage } from './read-pages.ts';
import type { Requests } from './requests.ts';
import { anyOf, equals } from './server-condition.ts';
import type { ServerCondition } from './server-condition.ts';
import type { FeedPage, FeedQuery, LoadCall, ReadCall, ServerReads } from './server-reads.ts';
import { V3_COLUMNS } from './v3-columns.ts';

/** What is nowhere in the answers; what of it metadata and messages tell is shown. */
const OMITS: readonly OmittedField[] = [
  'trace.isRecord',
  'trace.sampleRate',
  'observation.isAppRoot',
  'observation.isInterrupted',
  'observation.graph',
  'observation.tools',
  'observation.provenance',
];

/** Some servers give only the last days, or nothing, to whoever does not say from when on. */
const EVER = '1970-01-01T00:00:00.000Z';

type Conditions = readonly ServerCondition[];
type Take = (records: ReadRecords) => readonly Patch[];

/** Traces as records: what every server of the third version has, and of the fourth while it keeps the older reads. */
export function v3Reads({ api }: LangfuseReader, requests: Requests, take: Take): ServerReads {
  const tracesPage =
    (call: ReadCall, fields: string) =>
    (page: number, limit: number, conditions: Conditions): Promise<ServerPage> =>
      readPage(requests, call, (options) =>
        api.trace.list(
          { page, limit, fields, orderBy: 'timestamp.desc', fromTimestamp: EVER, ...filterOf(conditions) },
          options,
        ),
      );

  const observationsPage =
    (call: ReadCall) =>
    (page: number, limit: number, conditions: Conditions): Promise<ServerPage> =>
      readPage(requests, call, (options) =>
        api.legacy.observationsV1.getMany({ page, limit, ...filterOf(conditions) }, options),
      );

  const scoresPage =
    (call: ReadCall) =>
    (page: number, limit: number, conditions: Conditions): Promise<ServerPage> =>
      readPage(requests, call, (options) =>
        api.scores.getMany({ page, limit, fields: 'score', ...filterOf(conditions) }, options),
      );

  type PageReader = (page: number, limit: number, conditions: Conditions) => Promise<ServerPage>;
  const whole = (read: PageReader, conditions: Conditions): Promise<readonly JsonValue[]> =>
    readNumbered((page) => read(page, NUMBERED_LIMIT, conditions));

  async function* feed(
    column: string,
    { conditions, before, pageSize }: FeedQuery,
    read: PageReader,
    parse: (json: unknown) => ReadRecords,
  ): AsyncGenerator<FeedPage, void> {
    const limit = Math.min(Math.max(pageSize, 10), NUMBERED_LIMIT);
    const pages = walkBack(column, { from: before, limit }, (page, size, bound) =>
      read(page, size, [...conditions, ...bound]),
    );
    for await (const page of pages) yield feedPage(page, parse);
  }
  const feedPage = (page: TimedPage, parse: (json: unknown) => ReadRecords): FeedPage => ({
    patches: take(parse(page.data)),
    before: page.before,
  });

  async function loadChunk(ids: readonly TraceId[], call: LoadCall): Promise<readonly Patch[]> {
    const { needs, hasRecords } = call;
    const ofTraces = [anyOf('traceId', ids)];
    const [traces, observations, scores] = await Promise.all([
      needs.traces && !hasRecords ? whole(tracesPage(call, traceFields(call)), [anyOf('id', ids)]) : [],
      needs.traces ? whole(observationsPage(call), ofTraces) : [],
      needs.scores ? whole(scoresPage(call), ofTraces) : [],
    ]);
    return [
      ...take(readTraces(traces)),
      ...take(readObservations(observations)),
      ...take(readScores(scores)),
    ];
  }

  async function wholeTrace(
    traceId: TraceId,
    { signal, budget }: ReadCall,
  ): Promise<readonly Patch[] | null> {
    try {
      const json = await requests.send((options) => api.trace.get(traceId, {}, options), signal);
      const patches = take(readWholeTrace(json));
      budget.spend(patches.length);
      return patches;
    } catch (error) {
      if (StoreError.is(error) && error.code === 'not-found') return null;
      throw error;
    }
  }

  return {
    omits: OMITS,
    columns: V3_COLUMNS,
    metadataOn: 'trace',
    feeds: {
      traces: (query) => feed('timestamp', query, tracesPage(query, traceFields(query)), readTraces),
      observations: (query) => feed('startTime', query, observationsPage(query), readObservations),
      scores: (query) => feed('timestamp', query, scoresPage(query), readScores),
    },
    async load(traceIds, call) {
      return (await Promise.all(chunkIds(traceIds).map((ids) => loadChunk(ids, call)))).flat();
    },
    async loadSessionScores(sessionIds, call) {
      const chunks = chunkIds(sessionIds).map((ids) => whole(scoresPage(call), [anyOf('sessionId', ids)]));
      return take(readScores((await Promise.all(chunks)).flat()));
    },
    readTrace: wholeTrace,
    async readPayloads({ traceId, observationIds = [] }: PayloadQuery, call) {
      const ofTrace = equals('traceId', traceId);
      const [traces, ...chunks] = await Promise.all([
        whole(tracesPage(call, 'core,io'), [equals('id', traceId)]),
        ...chunkIds(observationIds).map((ids) => whole(observationsPage(call), [ofTrace, anyOf('id', ids)])),
      ]);
      const known = take(readTraces(traces));
      // Where the trace does not speak for itself its root does, and only all of them together tell which that is.
      const speaks = known.some(
        (patch) => patch.kind === 'trace' && patch.input !== null && patch.output !== null,
      );
      if (!speaks) return wholeTrace(traceId, call);
      return [...known, ...take(readObservations(chunks.flat()))];
    },
  };
}

function traceFields({ needs }: { readonly needs: FeedQuery['needs'] }): string {
  return needs.payloads ? 'core,io' : 'core';
}

function filterOf(conditions: Conditions): { readonly filter?: string } {
  return conditions.length === 0 ? {} : { filter: JSON.stringify(conditions) };
}
