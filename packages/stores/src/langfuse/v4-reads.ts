import type { EpochMs, JsonValue, OmittedField, Patch, TraceId } from '@oriel/core';
import { cutMetadataKeys, readObservationRows, readScores } from '@oriel/ingest/langfuse-reads';
import type { ReadRecords } from '@oriel/ingest/langfuse-reads';
import { chunkIds } from './chunk-ids.ts';
import type { LangfuseReader } from './langfuse-reader.ts';
import { cursorOf, lastTime, readByCursor, readPage } from './read-pages.ts';
import type { ServerPage } from './read-pages.ts';
import type { Requests } from './requests.ts';
import { anyOf, before as beforeTime, equals, isoTime } from './server-condition.ts';
import type { ServerCondition } from './server-condition.ts';
import type { FeedPage, FeedQuery, LoadCall, ReadCall, ServerReads } from './server-reads.ts';
import { V4_COLUMNS } from './v4-columns.ts';

/** There are no records of traces: a trace is what its observations say, and what its root was given and said. */
const OMITS: readonly OmittedField[] = [
  'trace.isRecord',
  'trace.sampleRate',
  'trace.timestamp',
  'trace.environment',
  'trace.version',
  'trace.input',
  'trace.output',
  'trace.metadata',
  'observation.isInterrupted',
  'observation.graph',
  'observation.tools',
  'observation.provenance',
];

const MOST_ROWS = 1000;
const MOST_SCORES = 100;
/** Fields of rows, without and with what was given and said. */
const STRUCTURE = 'core,basic,time,model,usage,prompt,trace_context';
const WHOLE = `${STRUCTURE},io,metadata`;

type Conditions = readonly ServerCondition[];
type Take = (records: ReadRecords) => readonly Patch[];

/** Traces as their observations make them: `/v2/observations` and `/v3/scores`. */
export function v4Reads({ api }: LangfuseReader, requests: Requests, take: Take): ServerReads {
  interface RowsQuery {
    readonly fields: string;
    readonly conditions: Conditions;
    readonly limit?: number;
  }

  /** A page of rows; where it cut metadata, once more with that metadata whole. */
  async function rowsPage(call: ReadCall, query: RowsQuery, cursor: string | undefined): Promise<ServerPage> {
    const { fields, conditions, limit = MOST_ROWS } = query;
    const request = {
      fields,
      limit,
      ...(cursor !== undefined && { cursor }),
      ...(conditions.length > 0 && { filter: JSON.stringify(conditions) }),
    };
    const page = await readPage(requests, call, (options) => api.observations.getMany(request, options));
    const cut = cutMetadataKeys(page.data);
    if (cut.length === 0) return page;
    const expanded = { ...request, expandMetadata: cut.join(',') };
    return readPage(requests, call, (options) => api.observations.getMany(expanded, options));
  }

  const rows = (call: ReadCall, query: RowsQuery): Promise<readonly JsonValue[]> =>
    readByCursor((cursor) => rowsPage(call, query, cursor));

  const scoresPage = (
    call: ReadCall,
    target: { readonly traceId?: string; readonly sessionId?: string; readonly toTimestamp?: string },
    cursor: string | undefined,
    limit = MOST_SCORES,
  ): Promise<ServerPage> =>
    readPage(requests, call, (options) =>
      api.scoresV3.getManyV3(
        { fields: 'details,subject,annotation', limit, ...target, ...(cursor !== undefined && { cursor }) },
        options,
      ),
    );

  /** Ids go in a list with commas: one that has a comma itself goes alone. */
  async function scoresOf(
    target: 'traceId' | 'sessionId',
    ids: readonly string[],
    call: ReadCall,
  ): Promise<readonly Patch[]> {
    const plain = ids.filter((id) => !id.includes(','));
    const lists = [
      ...chunkIds(plain).map((chunk) => chunk.join(',')),
      ...ids.filter((id) => id.includes(',')),
    ];
    const found = await Promise.all(
      lists.map((list) => readByCursor((cursor) => scoresPage(call, { [target]: list }, cursor))),
    );
    return take(readScores(found.flat()));
  }

  async function* rowFeed({ conditions, before, pageSize, needs, ...call }: FeedQuery) {
    const bound = before === null ? [] : [beforeTime('startTime', before)];
    const query = { fields: needs.payloads ? WHOLE : STRUCTURE, conditions: [...conditions, ...bound] };
    let cursor: string | undefined;
    let limit = Math.min(Math.max(pageSize, 10), MOST_ROWS);
    do {
      const page = await rowsPage(call, { ...query, limit }, cursor);
      cursor = cursorOf(page);
      yield feedPage(readObservationRows(page.data), lastTime(page.data, 'startTime'), cursor);
      limit = MOST_ROWS;
    } while (cursor !== undefined);
  }

  async function* scoreFeed({ before, pageSize, ...call }: FeedQuery) {
    const target = before === null ? {} : { toTimestamp: isoTime(Math.ceil(before)) };
    let cursor: string | undefined;
    let limit = Math.min(Math.max(pageSize, 10), MOST_SCORES);
    do {
      const page = await scoresPage(call, target, cursor, limit);
      cursor = cursorOf(page);
      yield feedPage(readScores(page.data), lastTime(page.data, 'timestamp'), cursor);
      limit = MOST_SCORES;
    } while (cursor !== undefined);
  }

  const feedPage = (records: ReadRecords, last: EpochMs | null, cursor: string | undefined): FeedPage => ({
    patches: take(records),
    // Times are cut to milliseconds: more of the last one may follow.
    before: cursor === undefined || last === null ? null : last + 1,
  });

  const loadRows = async (
    ids: readonly TraceId[],
    { needs, ...call }: LoadCall,
  ): Promise<readonly Patch[]> => {
    const fields = needs.payloads ? WHOLE : STRUCTURE;
    return take(readObservationRows(await rows(call, { fields, conditions: [anyOf('traceId', ids)] })));
  };

  return {
    omits: OMITS,
    columns: V4_COLUMNS,
    metadataOn: 'observation',
    feeds: { traces: rowFeed, observations: rowFeed, scores: scoreFeed },
    async load(traceIds, call) {
      const [scores, ...chunks] = await Promise.all([
        call.needs.scores ? scoresOf('traceId', traceIds, call) : [],
        ...(call.needs.traces ? chunkIds(traceIds).map((ids) => loadRows(ids, call)) : []),
      ]);
      return [...chunks.flat(), ...scores];
    },
    loadSessionScores: (sessionIds, call) => scoresOf('sessionId', sessionIds, call),
    async readTrace(traceId, call) {
      const [found, scores] = await Promise.all([
        rows(call, { fields: STRUCTURE, conditions: [equals('traceId', traceId)] }),
        scoresOf('traceId', [traceId], call),
      ]);
      const patches = [...take(readObservationRows(found)), ...scores];
      return patches.length === 0 ? null : patches;
    },
    async readPayloads({ traceId, observationIds = [] }, call) {
      const ofTrace = equals('traceId', traceId);
      const found = await rows(call, { fields: STRUCTURE, conditions: [ofTrace] });
      const structure = take(readObservationRows(found));
      // What the trace was given and said is what its root was: one of those that hang from no other.
      const observations = structure.filter((patch) => patch.kind === 'observation');
      const ids = new Set(observations.map(({ id }) => id));
      const tops = observations.filter(({ parentId }) => !ids.has(parentId ?? '')).map(({ id }) => id);
      const wanted = [...new Set([...(tops.length > 0 ? tops : ids), ...observationIds])];
      const payloads = await Promise.all(
        chunkIds(wanted).map((chunk) =>
          rows(call, { fields: WHOLE, conditions: [ofTrace, anyOf('id', chunk)] }),
        ),
      );
      const patches = [...structure, ...take(readObservationRows(payloads.flat()))];
      if (patches.length > 0) return patches;
      // A trace of which there are scores alone is known, too.
      const scores = await scoresOf('traceId', [traceId], call);
      return scores.length === 0 ? null : scores;
    },
  };
}
