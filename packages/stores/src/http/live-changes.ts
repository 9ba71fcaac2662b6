import { StoreError } from '@oriel/core';
import type { Milliseconds, TraceChange, TraceId } from '@oriel/core';
import { EVENTS_TYPE, readChangeEvent } from '@oriel/core/protocol';
import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';
import type { ConnectionEvent } from './http-store-options.ts';
import { chunksOf } from './read-answer.ts';
import type { Requester } from './requester.ts';
import { sleep } from '../waiting/sleep.ts';

export interface LiveChangesOptions {
  readonly requester: Requester;
  readonly path: string;
  /** What may have changed when nobody can tell. */
  readonly shown: () => readonly TraceId[];
  readonly onConnection: (event: ConnectionEvent) => void;
  /** Ends everything. */
  readonly closing: AbortSignal;
}

/** Waits between connections: from these on, doubled for each that failed. */
const BASE_MS: Milliseconds = 1000;
const MAX_MS: Milliseconds = 30_000;

type Listener = (change: TraceChange) => void;

/**
 * The server's changes, told to subscribers: one connection while there are any. It goes on where the last one ended,
 * and the first one where the last answer did, so nothing that happens after a read is missed.
 */
export class LiveChanges {
  readonly #options: LiveChangesOptions;
  readonly #listeners = new Set<Listener>();
  /** Where the news stand; of the server, and opaque. */
  #position: string | null = null;
  #connection: AbortController | null = null;

  constructor(options: LiveChangesOptions) {
    this.#options = options;
  }

  /** An answer came, of a call made when the news stood there. */
  notePosition(position: string | null): void {
    // A connection knows better, and has to go on where it was.
    if (position !== null && !this.#connection) this.#position = position;
  }

  subscribe(listener: Listener): () => void {
    const own: Listener = (change) => listener(change);
    this.#listeners.add(own);
    if (!this.#connection) {
      const connection = new AbortController();
      this.#connection = connection;
      void this.#stayConnected(AbortSignal.any([connection.signal, this.#options.closing]));
    }
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size > 0) return;
      this.#connection?.abort();
      this.#connection = null;
    };
  }

  async #stayConnected(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const error = await this.#connect(signal, () => (failures = 0)).catch((reason: unknown) => reason);
      if (signal.aborted) return;
      // Half of it is random, so that the pages of a server that comes back do not come back together.
      const longest = Math.min(MAX_MS, BASE_MS * 2 ** failures);
      const retryInMs = longest / 2 + (Math.random() * longest) / 2;
      failures += 1;
      this.#options.onConnection({ type: 'lost', error: storeError(error), retryInMs });
      await sleep(retryInMs, signal);
    }
  }

  /** Resolves when the server ends the connection. */
  #connect(signal: AbortSignal, onLive: () => void): Promise<void> {
    const { requester, path } = this.#options;
    const headers = {
      accept: EVENTS_TYPE,
      ...(this.#position !== null && { 'last-event-id': this.#position }),
    };
    const request = { method: 'GET', path, headers, isRepeatable: false, signal } as const;
    return requester.trySend(request, async (response, progress) => {
      const parser = createParser({ onEvent: (event) => this.#read(event, signal, onLive) });
      const decoder = new TextDecoder();
      // The server says something even when nothing happens: a silent connection is a dead one.
      for await (const bytes of chunksOf(response, progress.signal)) {
        progress.alive();
        parser.feed(decoder.decode(bytes, { stream: true }));
      }
    });
  }

  #read(event: EventSourceMessage, signal: AbortSignal, onLive: () => void): void {
    if (signal.aborted) return;
    const read = readChangeEvent(event);
    if (event.id !== undefined) this.#position = event.id;
    if (read === 'ready') {
      onLive();
      this.#options.onConnection({ type: 'live' });
    } else if (read === 'reset') {
      this.#options.onConnection({ type: 'fell-behind' });
      this.#tell({ type: 'traces-written', traceIds: this.#options.shown() });
    } else if (read !== null) this.#tell(read);
  }

  #tell(change: TraceChange): void {
    for (const listener of this.#listeners) {
      // In a task of its own, so that one that throws keeps nobody else from hearing.
      queueMicrotask(() => this.#listeners.has(listener) && listener(change));
    }
  }
}

function storeError(error: unknown): StoreError {
  if (StoreError.is(error)) return error;
  return new StoreError('unavailable', 'The server ended the live connection. It is opened again.');
}
