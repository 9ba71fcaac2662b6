import { referenceStore } from '@oriel/core';
import type {
  MediaId,
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
import type { ParsedMedia } from '../media/parsed-media.ts';
import { parsePayload } from '../parse-payload.ts';
import type { RawPayload } from '../parse-payload.ts';
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

/** Takes requests one after the other, as a server would, and reads back what a store then knows. */
export async function replay(requests: readonly RawPayload[]): Promise<Replay> {
  const { traces: store } = referenceStore();
  const media = new Map<MediaId, ParsedMedia>();
  const rejected: RejectedItem[] = [];
  const ignored: string[] = [];
  for (const request of requests) {
    const parsed = await parsePayload(request);
    await store.write(parsed.patches);
    for (const item of parsed.media) media.set(item.id, { ...media.get(item.id), ...item });
    rejected.push(...parsed.rejected);
    if (parsed.ignored !== null) ignored.push(parsed.ignored);
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
