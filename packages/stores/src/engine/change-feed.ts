import type { TraceChange, TraceId } from '@oriel/core';

type Listener = (change: TraceChange) => void;

/** Tells subscribers what changed, in order; neighbouring changes of one kind as one. */
export class ChangeFeed {
  readonly #listeners = new Set<Listener>();
  #waiting: { readonly type: TraceChange['type']; readonly ids: Set<TraceId> }[] = [];

  /** The same function may subscribe twice. Returns what ends the subscription. */
  subscribe(listener: Listener): () => void {
    const own: Listener = (change) => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Everybody is told before the next task begins. */
  announce(type: TraceChange['type'], traceIds: readonly TraceId[]): void {
    if (this.#listeners.size === 0) return;
    if (this.#waiting.length === 0) queueMicrotask(() => this.#tell());
    const last = this.#waiting.at(-1);
    if (last?.type === type) for (const id of traceIds) last.ids.add(id);
    else this.#waiting.push({ type, ids: new Set(traceIds) });
  }

  close(): void {
    this.#listeners.clear();
  }

  #tell(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { type, ids } of waiting) {
      for (const listener of this.#listeners) {
        // In a task of its own, so that one that throws keeps nobody else from hearing.
        queueMicrotask(() => this.#listeners.has(listener) && listener({ type, traceIds: [...ids] }));
      }
    }
  }
}
