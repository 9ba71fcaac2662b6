import type { Query, QueryClient, QueryFilters } from '@tanstack/react-query';
import type { Milliseconds, TraceId, TraceStore } from '@oriel/core';
import { storeKey } from '../hooks/query-keys.ts';

/** Shortest time between two rounds of reading again. A busy producer writes far more often than eyes can follow. */
const ROUND_MS = 100;
/** Longest time a round waits for its answers: one read that hangs must not keep the others stale. */
const PATIENCE_MS = 5000;

/**
 * Reads again what a store reports as changed, until the returned function is called.
 *
 * Changes during a round wait for the next one instead of restarting it: restarting would never show a trace that
 * changes faster than it loads.
 */
export function keepFresh(queryClient: QueryClient, store: TraceStore): () => void {
  const waiting = new Set<TraceId>();
  let isRunning = false;
  const stopping = new AbortController();

  async function run() {
    isRunning = true;
    while (waiting.size > 0 && !stopping.signal.aborted) {
      const changed = new Set(waiting);
      waiting.clear();
      const filters: QueryFilters = {
        queryKey: storeKey(store),
        predicate: (query) => isTouched(query, changed),
      };
      // A read under way may have begun before the change, and reading again would join it: do another round.
      if (queryClient.isFetching(filters) > 0) for (const traceId of changed) waiting.add(traceId);
      await Promise.race([
        queryClient.invalidateQueries(filters, { cancelRefetch: false }),
        wait(PATIENCE_MS),
      ]);
      await wait(ROUND_MS);
    }
    isRunning = false;
  }

  const unsubscribe = store.subscribe(({ traceIds }) => {
    for (const traceId of traceIds) waiting.add(traceId);
    if (!isRunning) void run();
  });
  // A shared cache may hold answers from before anybody was listening.
  void queryClient.invalidateQueries({ queryKey: storeKey(store) });

  return () => {
    stopping.abort();
    unsubscribe();
  };
}

/** Whether a change of these traces can change the answer. */
function isTouched({ queryKey, state }: Query, changed: ReadonlySet<TraceId>): boolean {
  const [, , kind, id] = queryKey;
  if (kind === 'trace-list') return true;
  // What was not found under its id may be found now, under whatever id it resolves to.
  if (state.data === null || state.data === undefined) return true;
  if (changed.has(String(id))) return true;
  if (kind === 'resolved-trace') return changed.has(state.data as TraceId);
  return kind === 'trace' && changed.has((state.data as { trace: { id: TraceId } }).trace.id);
}

function wait(length: Milliseconds): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, length);
  });
}
