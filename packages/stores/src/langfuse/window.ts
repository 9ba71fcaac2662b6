import { MAX_PAGE_SIZE, referenceStore } from '@oriel/core';
import type { EpochMs, Patch, PageQuery, SessionId, TraceId, TraceStore } from '@oriel/core';

/** Most patches that are folded at once. */
const BATCH = 10_000;

/**
 * The part of a server's records that a question is about. What lists, counts and facets say of it is decided by the
 * evaluators that define the query language, so a question has one answer wherever it is asked.
 */
export class Window {
  readonly store: TraceStore = referenceStore().traces;
  readonly #traceIds = new Set<TraceId>();
  readonly #sessionIds = new Set<SessionId>();

  /** Takes records in, and says which traces they are about that nothing was known of. */
  async add(patches: readonly Patch[]): Promise<readonly TraceId[]> {
    for (let start = 0; start < patches.length; start += BATCH) {
      await this.store.write(patches.slice(start, start + BATCH));
    }
    const fresh = new Set<TraceId>();
    for (const patch of patches) {
      const traceId = patch.kind === 'trace' ? patch.id : patch.traceId;
      if (typeof traceId === 'string' && !this.#traceIds.has(traceId)) fresh.add(traceId);
      if (patch.kind !== 'observation' && typeof patch.sessionId === 'string') {
        this.#sessionIds.add(patch.sessionId);
      }
    }
    for (const id of fresh) this.#traceIds.add(id);
    return [...fresh];
  }

  sessionIds(): readonly SessionId[] {
    return [...this.#sessionIds];
  }

  /** The latest moment that a trace says it began at, of those that a list goes on with. */
  async latestTimestamp(query: PageQuery): Promise<EpochMs> {
    let latest = -Infinity;
    let cursor = query.cursor;
    while (cursor !== undefined) {
      const page = await this.store.listTraces({ ...query, cursor, limit: MAX_PAGE_SIZE });
      for (const { timestamp } of page.items) latest = Math.max(latest, timestamp);
      cursor = page.nextCursor ?? undefined;
    }
    return latest;
  }
}

/** A window of these records alone. */
export async function windowOf(patches: readonly Patch[]): Promise<Window> {
  const window = new Window();
  await window.add(patches);
  return window;
}
