import { readTurn } from '@oriel/core';
import type { TraceId, TurnContent, TurnPayload } from '@oriel/core';
import type { SessionSource } from './session-source.ts';

/** What is known of what was said in a turn. */
export type LoadedTurn =
  | { readonly state: 'ready'; readonly payload: TurnPayload; readonly content: TurnContent }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly message: string };

/** What was said in the turns that somebody looks at. */
export interface TurnLoader {
  /** `undefined` until it was read. */
  readonly get: (traceId: TraceId) => LoadedTurn | undefined;
  /** Reads what is not there yet, the first named first; what was wanted before and is not being read is forgotten. */
  readonly want: (traceIds: readonly TraceId[]) => void;
  /** Reads what failed again. */
  readonly retry: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Counts the changes. */
  readonly version: () => number;
  /** Listens to the source, until the returned function is called. */
  readonly start: () => () => void;
}

/** Reads at once: as many as a browser has connections to one server. */
const LANES = 6;
/** Most turns kept: what was looked at longest ago goes first. */
const KEPT = 400;

export function createTurnLoader(source: SessionSource): TurnLoader {
  const entries = new Map<TraceId, LoadedTurn>();
  /** Changed since they were read: shown until they were read again. */
  const stale = new Set<TraceId>();
  const reading = new Set<TraceId>();
  const listeners = new Set<() => void>();
  let wanted: readonly TraceId[] = [];
  let version = 0;
  let stopping = new AbortController();

  function notify(): void {
    version += 1;
    for (const listener of listeners) listener();
  }

  function isDue(traceId: TraceId): boolean {
    return !reading.has(traceId) && (!entries.has(traceId) || stale.has(traceId));
  }

  function pump(): void {
    for (const traceId of wanted) {
      if (reading.size >= LANES) return;
      if (isDue(traceId)) void readOne(traceId);
    }
  }

  async function readOne(traceId: TraceId): Promise<void> {
    const { signal } = stopping;
    reading.add(traceId);
    stale.delete(traceId);
    let loaded: LoadedTurn;
    try {
      const payload = await source.readPayload(traceId, signal);
      loaded = payload ? { state: 'ready', payload, content: readTurn(payload) } : { state: 'missing' };
    } catch (error) {
      loaded = { state: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
    if (signal.aborted) return;
    reading.delete(traceId);
    entries.delete(traceId);
    entries.set(traceId, loaded);
    forget();
    notify();
    pump();
  }

  function forget(): void {
    if (entries.size <= KEPT) return;
    const needed = new Set(wanted);
    for (const traceId of entries.keys()) {
      if (entries.size <= KEPT) break;
      if (!needed.has(traceId)) entries.delete(traceId);
    }
  }

  return {
    get: (traceId) => entries.get(traceId),
    want(traceIds) {
      wanted = traceIds;
      pump();
    },
    retry() {
      for (const [traceId, loaded] of entries) if (loaded.state === 'failed') entries.delete(traceId);
      notify();
      pump();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    start() {
      const unsubscribe = source.subscribe?.((traceIds) => {
        // Whatever changes while it is read is read once more.
        for (const traceId of traceIds) if (entries.has(traceId) || reading.has(traceId)) stale.add(traceId);
        pump();
      });
      pump();
      return () => {
        unsubscribe?.();
        stopping.abort();
        stopping = new AbortController();
        reading.clear();
      };
    },
  };
}
