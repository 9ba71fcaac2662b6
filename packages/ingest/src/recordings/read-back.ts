import type {
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

/** What a store knows. */
export interface ReadBack {
  /** By start time. */
  readonly traces: readonly ReplayedTrace[];
  readonly scores: readonly Score[];
}

export interface ReplayedTrace extends TraceStructure {
  readonly payload: TracePayload;
  readonly payloads: ReadonlyMap<ObservationId, ObservationPayload>;
}

/** Reads everything a store has, payloads included. */
export async function readBack(store: TraceStore): Promise<ReadBack> {
  const order = { field: 'timestamp', direction: 'asc' } as const;
  const listed = await readAll((query) => store.listTraces({ ...query, order }));
  const scores = await readAll((query) => store.listScores(query));
  const traces = await Promise.all(listed.map(({ id }) => readTrace(store, id)));
  return {
    traces: traces.filter((trace) => trace !== null),
    scores: scores.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
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
