import { MAX_PAGE_SIZE, turnSource } from '@oriel/core';
import type { Page, SessionId, Trace, TraceId, TraceStore, TurnPayload } from '@oriel/core';
import type { SessionSource } from './session-source.ts';

/** Reads a session from a store. A trace without a payload of its own is told by its last call of a model. */
export function storeSessionSource(store: TraceStore, sessionId: SessionId): SessionSource {
  return {
    async readPayload(traceId, signal) {
      const { trace } = await store.readPayloads({ traceId }, { signal });
      if (!trace) return null;
      const { input, output } = trace;
      if (input !== null || output !== null) return { input, output, observationId: null };
      return (await readFromCall(store, traceId, signal)) ?? { input, output, observationId: null };
    },
    async readSteps(traceId, signal) {
      return (await store.readTrace(traceId, { signal }))?.observations ?? [];
    },
    searchPayloads: (text, signal) => searchStore(store, sessionId, text, signal),
    subscribe: (listener) => store.subscribe(({ traceIds }) => listener(traceIds)),
  };
}

async function readFromCall(
  store: TraceStore,
  traceId: TraceId,
  signal: AbortSignal,
): Promise<TurnPayload | null> {
  const structure = await store.readTrace(traceId, { signal });
  const observationId = structure && turnSource(structure.observations);
  if (observationId === null) return null;
  const { observations } = await store.readPayloads({ traceId, observationIds: [observationId] }, { signal });
  const [call] = observations;
  return call ? { input: call.input, output: call.output, observationId } : null;
}

async function* searchStore(
  store: TraceStore,
  sessionId: SessionId,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<readonly TraceId[]> {
  const filter = {
    and: [
      { field: 'sessionId', op: '=' as const, value: sessionId },
      { search: text, in: ['payloads' as const] },
    ],
  };
  let cursor: string | null = null;
  do {
    const page: Page<Trace> = await store.listTraces(
      { filter, limit: MAX_PAGE_SIZE, ...(cursor !== null && { cursor }) },
      { signal },
    );
    yield page.items.map(({ id }) => id);
    cursor = page.nextCursor;
  } while (cursor !== null);
}
