import type { Observation, ObservationId, ObservationPayload } from '@oriel/core';

/** Reads payloads of observations; those it does not know are left out of the answer. */
export type ReadPayloads = (
  observationIds: readonly ObservationId[],
  signal: AbortSignal,
) => Promise<readonly ObservationPayload[]>;

/** What is known of one payload. */
export type LoadedPayload =
  | { readonly state: 'ready'; readonly payload: ObservationPayload }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly message: string };

/** Payloads of the rows that somebody looks at. */
export interface PayloadLoader {
  /** What is known of an observation's payload; `undefined` until it was read. */
  readonly get: (observationId: ObservationId) => LoadedPayload | undefined;
  /**
   * Reads what is not there yet, the first named first. Replaces what was wanted before and is not being read: rows
   * that were scrolled past are not waited for.
   */
  readonly want: (observations: readonly Observation[]) => void;
  /** Reads again what failed. */
  readonly retry: () => void;
  /** Calls back after every change. Returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Counts the changes. */
  readonly version: () => number;
  /** Ends what is being read. */
  readonly stop: () => void;
}

/** Most payloads in one read. */
const BATCH = 50;
/** Most payloads kept: what was looked at longest ago goes first. */
const KEPT = 500;

interface Entry {
  readonly loaded: LoadedPayload;
  /** What the observation was when this was read: one that ends gets an output. */
  readonly of: Observation;
}

export function createPayloadLoader(read: ReadPayloads): PayloadLoader {
  const entries = new Map<ObservationId, Entry>();
  const listeners = new Set<() => void>();
  let wanted: readonly Observation[] = [];
  let reading: AbortController | null = null;
  let version = 0;

  function notify(): void {
    version += 1;
    for (const listener of listeners) listener();
  }

  function isDue(observation: Observation): boolean {
    const entry = entries.get(observation.id);
    return entry === undefined || (entry.of !== observation && entry.of.endTime !== observation.endTime);
  }

  function keep(observation: Observation, loaded: LoadedPayload): void {
    entries.delete(observation.id);
    entries.set(observation.id, { loaded, of: observation });
  }

  async function pump(): Promise<void> {
    if (reading) return;
    const stopping = new AbortController();
    reading = stopping;
    for (let due = wanted.filter(isDue); due.length > 0; due = wanted.filter(isDue)) {
      const batch = due.slice(0, BATCH);
      try {
        const payloads = await read(
          batch.map(({ id }) => id),
          stopping.signal,
        );
        const byId = new Map(payloads.map((payload) => [payload.id, payload]));
        for (const observation of batch) {
          const payload = byId.get(observation.id);
          keep(observation, payload ? { state: 'ready', payload } : { state: 'missing' });
        }
      } catch (error) {
        if (stopping.signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        for (const observation of batch) keep(observation, { state: 'failed', message });
      }
      if (stopping.signal.aborted) return;
      const needed = new Set(wanted.map(({ id }) => id));
      for (const id of entries.keys()) {
        if (entries.size <= KEPT) break;
        if (!needed.has(id)) entries.delete(id);
      }
      notify();
    }
    reading = null;
  }

  return {
    get: (observationId) => entries.get(observationId)?.loaded,
    want(observations) {
      wanted = observations;
      void pump();
    },
    retry() {
      for (const [id, { loaded }] of entries) if (loaded.state === 'failed') entries.delete(id);
      notify();
      void pump();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    stop() {
      reading?.abort();
      reading = null;
      wanted = [];
    },
  };
}
