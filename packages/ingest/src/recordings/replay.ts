import { referenceStore } from '@oriel/core';
import type {
  MediaId,
  MediaStore,
  Observation,
  ObservationId,
  ObservationPayload,
  Page,
  PageQuery,
  Score,
  TracePayload,
  TraceStore,
  TraceStructure,
} from '@oriel/core';
import type { Pricer } from '@oriel/core/pricing';
import type { ParsedMedia } from '../media/parsed-media.ts';
import { parsePayload } from '../parse-payload.ts';
import type { RawPayload } from '../parse-payload.ts';
import { createPipeline } from '../pipeline/create-pipeline.ts';
import type { RejectedItem } from '../rejected-item.ts';

/** Everything that requests left behind. */
export interface Replay {
  /** By start time. */
  readonly traces: readonly ReplayedTrace[];
  readonly scores: readonly Score[];
  /** Announcements and bytes of the same media are one. */
  readonly media: readonly ParsedMedia[];
  readonly rejected: readonly RejectedItem[];
  /** Why requests were passed over, in order. */
  readonly ignored: readonly string[];
}

export interface ReplayedTrace extends TraceStructure {
  readonly payload: TracePayload;
  readonly payloads: ReadonlyMap<ObservationId, ObservationPayload>;
}

export interface ReplayOptions {
  /** Computes costs. Default: only costs that clients sent. */
  readonly pricer?: Pricer | undefined;
}

/** Takes requests one after the other through the whole pipeline, as a server would, and reads back what a store then knows. */
export async function replay(
  requests: readonly RawPayload[],
  { pricer }: ReplayOptions = {},
): Promise<Replay> {
  const media = new Map<MediaId, ParsedMedia>();
  const keep = (item: ParsedMedia) => media.set(item.id, { ...media.get(item.id), ...item });
  const { traces: store, media: bytes } = referenceStore();
  const pipeline = createPipeline({ store: { traces: store, media: observed(bytes, keep) }, pricer });
  const rejected: RejectedItem[] = [];
  const ignored: string[] = [];
  for (const request of requests) {
    const parsed = await parsePayload(request);
    parsed.media.forEach(keep);
    const report = await pipeline.process(parsed);
    rejected.push(...report.rejected);
    if (report.ignored !== null) ignored.push(report.ignored);
  }
  const order = { field: 'timestamp', direction: 'asc' } as const;
  const listed = await readAll((query) => store.listTraces({ ...query, order }));
  const scores = await readAll((query) => store.listScores(query));
  const traces = await Promise.all(listed.map(({ id }) => readTrace(store, id)));
  return {
    traces: traces.filter((trace) => trace !== null),
    scores: scores.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    media: [...media.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    rejected,
    ignored,
  };
}

/** A media store that tells what is written to it: the contract has no list. */
function observed(store: MediaStore, onWrite: (media: ParsedMedia) => void): MediaStore {
  return {
    ...store,
    async write(media, options) {
      const kept = await store.write(media, options);
      onWrite({ ...kept, bytes: media.bytes });
      return kept;
    },
  };
}

async function readTrace(store: TraceStore, traceId: string): Promise<ReplayedTrace | null> {
  const structure = await store.readTrace(traceId);
  if (structure === null) return null;
  const observationIds = structure.observations.map((observation: Observation) => observation.id);
  const { trace, observations } = await store.readPayloads({ traceId, observationIds });
  return {
    ...structure,
    payload: trace ?? { input: null, output: null, metadata: {} },
    payloads: new Map(observations.map((payload) => [payload.id, payload])),
  };
}

async function readAll<Item>(readPage: (query: PageQuery) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await readPage({ cursor, limit: 1000 });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
