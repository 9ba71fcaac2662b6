import type { Milliseconds, TraceChange, TraceId } from '@oriel/core';
import { randomId } from './random-id.ts';
import type { StoreReader } from './queries/store-reader.ts';

type Listener = (change: TraceChange) => void;

interface ChangeRow {
  readonly id: string;
  readonly type: TraceChange['type'];
  readonly trace_ids: readonly TraceId[];
}

/** How far back each look goes: a change shows up in the table a moment after the time it bears. */
const OVERLAP_SECONDS = 15;

/**
 * What subscribers hear: changes of this process when they are stored, and those of others, which are kept in a table,
 * at the next look at it. Nobody looks while nobody listens.
 */
export class ChangeLog {
  readonly #reader: StoreReader;
  readonly #pollMs: Milliseconds;
  readonly #writer = randomId();
  readonly #listeners = new Set<Listener>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Changes of the last looks, which the next one sees again. */
  #seen = new Set<string>();
  #isClosed = false;

  constructor(reader: StoreReader, pollMs: Milliseconds) {
    this.#reader = reader;
    this.#pollMs = pollMs;
  }

  subscribe(listener: Listener): () => void {
    const own: Listener = (change) => listener(change);
    this.#listeners.add(own);
    if (this.#listeners.size === 1 && !this.#isClosed) void this.#follow();
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) clearTimeout(this.#timer);
    };
  }

  /** Tells of a change of this process, here at once and to others by the table. */
  async tell(type: TraceChange['type'], traceIds: readonly TraceId[]): Promise<void> {
    this.#announce({ type, traceIds });
    if (traceIds.length === 0) return;
    const row = { id: randomId(), writer: this.#writer, type, trace_ids: traceIds };
    // The traces are stored: that others hear of it a little less is no reason to say they are not.
    await this.#reader.connection.insert(this.#reader.tables.changes, [row]).catch(() => undefined);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #announce(change: TraceChange): void {
    for (const listener of this.#listeners) {
      queueMicrotask(() => this.#listeners.has(listener) && listener(change));
    }
  }

  /** From now on: what is in the table already is old news. */
  async #follow(): Promise<void> {
    await this.#look(() => undefined);
    this.#lookLater();
  }

  #lookLater(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed || this.#listeners.size === 0) return;
    this.#timer = setTimeout(() => {
      void this.#look((change) => this.#announce(change)).then(() => this.#lookLater());
    }, this.#pollMs);
    // A process with nothing else to do may end.
    if (typeof this.#timer === 'object') this.#timer.unref();
  }

  async #look(hear: Listener): Promise<void> {
    const { connection, tables } = this.#reader;
    const overlap = OVERLAP_SECONDS + Math.ceil(this.#pollMs / 1000);
    try {
      const rows = await connection.rows<ChangeRow>(
        (parameters) => `SELECT id, type, trace_ids FROM ${tables.changes}
          WHERE written_at > now64(6) - INTERVAL ${overlap} SECOND AND writer != ${parameters.text(this.#writer)}
          ORDER BY written_at`,
        'look for changes',
      );
      const fresh = rows.filter(({ id }) => !this.#seen.has(id));
      this.#seen = new Set(rows.map(({ id }) => id));
      for (const { type, trace_ids: traceIds } of fresh) hear({ type, traceIds });
    } catch {
      // Whoever asks for data hears of it; the next look sees what this one missed, unless it is long gone.
    }
  }
}
