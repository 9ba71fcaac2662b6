import type { Query, QueryClient, QueryFilters } from '@tanstack/react-query';
import type { Milliseconds, TraceId, TraceStore } from '@oriel/core';
import { storeKey } from '../queries/query-keys.ts';
import { LIST_KINDS, viewOfList } from '../queries/list-kinds.ts';
import { isLongList, refreshList } from './refresh-list.ts';

/** Reads that look at one trace or one page; all others look through many records. */
const NEAR: readonly unknown[] = [
  'trace',
  LIST_KINDS.traces,
  LIST_KINDS.observations,
  LIST_KINDS.scores,
  'resolved-trace',
  'payload',
  'media',
];

/** How often reads of a kind are done again while somebody writes. */
interface Pace {
  /** Shortest time between two rounds. A busy producer writes far more often than eyes can follow. */
  readonly rest: Milliseconds;
  /** Most of the time that reading may take: a round that took long is followed by a rest that many times as long. */
  readonly restPerRound: number;
  readonly includes: (kind: unknown) => boolean;
}

const NEAR_PACE: Pace = { rest: 100, restPerRound: 1, includes: (kind) => NEAR.includes(kind) };
/** Numbers over many records cost more and move less, and a page has a dozen of them. */
const FAR_PACE: Pace = { rest: 1000, restPerRound: 4, includes: (kind) => !NEAR.includes(kind) };

/** Longest time a round waits for its answers: one read that hangs must not keep the others stale. */
const PATIENCE_MS = 5000;

/**
 * Reads again what a store reports as changed, until the returned function is called: a trace and lists within a tenth
 * of a second, numbers over many records within a second or so.
 *
 * Changes during a round wait for the next one instead of restarting it: restarting would never show a trace that
 * changes faster than it loads.
 */
export function keepFresh(queryClient: QueryClient, store: TraceStore): () => void {
  const stopping = new AbortController();
  const rounds = [NEAR_PACE, FAR_PACE].map((pace) => startRounds(queryClient, store, pace, stopping.signal));

  const unsubscribe = store.subscribe(({ traceIds }) => {
    for (const tell of rounds) tell(traceIds);
  });
  // A shared cache may hold answers from before anybody was listening.
  void queryClient.invalidateQueries({ queryKey: storeKey(store) });

  return () => {
    stopping.abort();
    unsubscribe();
  };
}

/** Reads in rounds of one pace; the returned function is told what changed. */
function startRounds(queryClient: QueryClient, store: TraceStore, pace: Pace, stopped: AbortSignal) {
  let waiting: Set<TraceId> | null = null;
  let isRunning = false;

  async function run() {
    isRunning = true;
    while (waiting && !stopped.aborted) {
      const changed: ReadonlySet<TraceId> = waiting;
      waiting = null;
      const isDue = (query: Query) => pace.includes(query.queryKey[2]) && isTouched(query, changed);
      const filters: QueryFilters = { queryKey: storeKey(store), predicate: isDue };
      // A read under way may have begun before the change, and reading again would join it: do another round.
      if (queryClient.isFetching(filters) > 0) waiting = new Set(changed);
      const began = performance.now();
      await Promise.race([
        Promise.all([
          ...queryClient
            .getQueryCache()
            .findAll({ ...filters, predicate: (query) => isDue(query) && isLongList(query) })
            .map((query) => refreshLongList(query, changed)),
          queryClient.invalidateQueries(
            { ...filters, predicate: (query) => isDue(query) && !isLongList(query) },
            { cancelRefetch: false },
          ),
        ]),
        wait(PATIENCE_MS),
      ]);
      await wait(Math.max(pace.rest, (performance.now() - began) * pace.restPerRound));
    }
    isRunning = false;
  }

  async function refreshLongList(query: Query, changed: ReadonlySet<TraceId>) {
    // Nobody looks: whoever comes back reads its first page, not all of them.
    if (!query.isActive()) return queryClient.removeQueries({ queryKey: query.queryKey, exact: true });
    try {
      return await refreshList(queryClient, store, query, changed, stopped);
    } catch {
      // What is shown stays; the next change tries again.
      return undefined;
    }
  }

  return (traceIds: readonly TraceId[]) => {
    waiting ??= new Set();
    for (const traceId of traceIds) waiting.add(traceId);
    if (!isRunning) void run();
  };
}

/** Whether a change of these traces can change the answer. */
function isTouched({ queryKey, state }: Query, changed: ReadonlySet<TraceId>): boolean {
  const [, , kind, id] = queryKey;
  // Documents are not made of traces.
  if (kind === 'document' || kind === 'document-list') return false;
  if (viewOfList(kind) !== null || !NEAR.includes(kind)) return true;
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
