import { DOCUMENT_KINDS } from '../model/document.ts';
import type { MediaId, SessionId } from '../model/ids.ts';
import { referencedMedia } from '../model/media-reference.ts';
import type { Observation, ObservationPayload } from '../model/observation.ts';
import type { Score } from '../model/score.ts';
import type { TraceStructure } from '../model/trace.ts';
import type { Bytes, EpochMs } from '../model/units.ts';
import { primaryRoot } from '../merge/primary-root.ts';
import type { Filter } from '../query/filter.ts';
import type { Page } from '../query/page.ts';
import type { CallOptions } from '../store/call-options.ts';
import type { Store } from '../store/store.ts';
import { toBase64 } from './base64.ts';
import { checkedLine } from './line-checksum.ts';
import { observationPatch, scorePatch, tracePatch } from './record-patches.ts';
import { TRANSFER_FORMAT, TRANSFER_VERSION } from './transfer-format.ts';
import type { TransferCounts, TransferHeader, TransferLine } from './transfer-format.ts';

/** Records asked for at once: what is held in memory. */
const PAGE = 500;
/** Payloads asked for at once; they may be long. */
const PAYLOADS = 100;
/** Bytes of media in a line: whole groups of base64, so that the lines' texts could also be joined. */
const MEDIA_LINE: Bytes = 3 * 64 * 1024;

/** A record keeps its id whatever is written, so pages by id lose nothing that was there when the walk began. */
const BY_ID = { field: 'id', direction: 'asc' } as const;

export interface LinesQuery {
  readonly traces: Filter | null;
  readonly source: string | null;
  readonly exportedAt: EpochMs;
  readonly call: CallOptions;
}

/** Counts that grow as lines are made. */
export type RunningCounts = { -readonly [Name in keyof TransferCounts]: number };

/** Everything that a store holds, line by line, each ending in a line break; media before what refers to it. */
export async function* exportLines(
  store: Store,
  { traces, source, exportedAt, call }: LinesQuery,
  counts: RunningCounts,
): AsyncGenerator<string> {
  const sentMedia = new Set<MediaId>();
  const header: TransferHeader = {
    format: TRANSFER_FORMAT,
    version: TRANSFER_VERSION,
    exportedAt,
    source,
    traces,
  };
  yield checkedLine(header);

  const filter = traces ?? undefined;
  for await (const { id } of walk((page) => store.traces.listTraces({ filter, ...page }, call))) {
    const structure = await store.traces.readTrace(id, call);
    // Deleted since its page was read.
    if (structure !== null) yield* traceLines(structure);
  }
  for await (const score of scoresWithoutTrace(store, traces, call)) yield* scoreLines(score);
  // Documents belong to no trace: who shares some traces does not share prompts and dashboards.
  if (traces === null) yield* documentLines();
  yield print({ end: counts });

  async function* traceLines(structure: TraceStructure) {
    const { trace, observations, scores } = structure;
    const root = primaryRoot(observations);
    const { trace: payload, observations: rootPayloads } = await store.traces.readPayloads(
      { traceId: trace.id, observationIds: root ? [root.id] : [] },
      call,
    );
    if (payload === null) return;
    const patch = tracePatch(structure, payload, rootPayloads[0] ?? null, exportedAt);
    if (patch) yield* withMedia({ patch });
    counts.traces += 1;
    for (let start = 0; start < observations.length; start += PAYLOADS) {
      yield* observationLines(observations.slice(start, start + PAYLOADS));
    }
    for (const score of scores) yield* scoreLines(score);
  }

  async function* observationLines(observations: readonly Observation[]) {
    const [first] = observations;
    if (first === undefined) return;
    const observationIds = observations.map(({ id }) => id);
    const answer = await store.traces.readPayloads({ traceId: first.traceId, observationIds }, call);
    const payloads = new Map<string, ObservationPayload>(answer.observations.map((item) => [item.id, item]));
    for (const observation of observations) {
      const payload = payloads.get(observation.id);
      if (payload === undefined) continue;
      yield* withMedia({ patch: observationPatch(observation, payload, exportedAt) });
      counts.observations += 1;
    }
  }

  async function* scoreLines(score: Score) {
    yield* withMedia({ patch: scorePatch(score, exportedAt) });
    counts.scores += 1;
  }

  async function* documentLines() {
    const { documents } = store;
    if (!documents) return;
    for (const kind of DOCUMENT_KINDS) {
      for await (const { name } of walk(({ limit, cursor }) =>
        documents.list({ kind, limit, cursor }, call),
      )) {
        for (const document of (await documents.listVersions({ kind, name }, call)).toReversed()) {
          yield* withMedia({ document });
          counts.documents += 1;
        }
      }
    }
  }

  /** A line, after the media it refers to that are not in the file yet. */
  async function* withMedia(line: TransferLine) {
    const text = print(line);
    for (const id of store.media ? referencedMedia(text) : []) {
      if (sentMedia.has(id)) continue;
      sentMedia.add(id);
      yield* mediaLines(id);
    }
    yield text;
  }

  async function* mediaLines(id: MediaId) {
    const content = await store.media?.read(id, call);
    // A reference to bytes that never came.
    if (!content) return;
    const { contentType, contentLength, bytes } = content;
    yield print({ media: { id, contentType, contentLength } });
    for (let start = 0; start < bytes.length; start += MEDIA_LINE) {
      yield print({ bytes: toBase64(bytes.subarray(start, start + MEDIA_LINE)) });
    }
    counts.media += 1;
  }
}

/** All of them, or those of the sessions of which every trace is in the file. */
async function* scoresWithoutTrace(store: Store, traces: Filter | null, call: CallOptions) {
  const { traces: records } = store;
  const apart: Filter = { field: 'traceId', op: 'is-null' };
  if (traces === null) {
    yield* walk((page) => records.listScores({ filter: apart, ...page }, call));
    return;
  }
  for await (const ids of wholeSessions(store, traces, call)) {
    const filter: Filter = { and: [apart, { field: 'sessionId', op: 'any-of', value: ids }] };
    yield* walk((page) => records.listScores({ filter, ...page }, call));
  }
}

/** Ids of sessions, some at a time, that have as many traces as the filter selects of them. */
async function* wholeSessions({ traces: records }: Store, traces: Filter, call: CallOptions) {
  let cursor: string | undefined;
  do {
    const part = await records.listSessions({ traces, order: BY_ID, limit: PAGE, cursor }, call);
    const counts = new Map(part.items.map(({ id, traceCount }) => [id, traceCount]));
    const filter: Filter = { field: 'id', op: 'any-of', value: [...counts.keys()] };
    const whole = await records.listSessions({ filter, limit: PAGE }, call);
    const ids: SessionId[] = whole.items
      .filter(({ id, traceCount }) => counts.get(id) === traceCount)
      .map(({ id }) => id);
    if (ids.length > 0) yield ids;
    cursor = part.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

interface PagePlace {
  readonly order: typeof BY_ID;
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** The items of all pages. */
async function* walk<Item>(list: (page: PagePlace) => Promise<Page<Item>>): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await list({ order: BY_ID, limit: PAGE, cursor });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function print(line: TransferLine): string {
  return checkedLine(line);
}
