import { walkRecords } from '@oriel/core';
import type { RecordQuery, TraceId, TraceStore } from '@oriel/core';

/** What can be done to many traces. Tags are only ever added: stores join all tags ever sent. */
export type BulkAction = { readonly kind: 'delete' } | { readonly kind: 'tag'; readonly tag: string };

export type BulkState =
  /** Nothing was done yet, and nothing will be when it is undone. `count` grows while the traces are being found. */
  | {
      readonly kind: 'waiting';
      readonly action: BulkAction;
      readonly count: number;
      readonly secondsLeft: number;
    }
  | { readonly kind: 'running'; readonly action: BulkAction; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly action: BulkAction; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly message: string; readonly done: number; readonly total: number };

/** Time to think again. */
const UNDO_SECONDS = 10;
const BATCH = 50;

export interface BulkOptions {
  store: TraceStore;
  /** The traces it is about, as they are now: those that come later do not belong to them. */
  query: RecordQuery;
  action: BulkAction;
  onState: (state: BulkState) => void;
  /** Ends it, before it began or between two batches. */
  signal: AbortSignal;
}

/**
 * Does something to many traces, after a time in which it can be undone: a store forgets for good, so undoing is not
 * having begun. Which traces it is about is found out at once.
 */
export async function runBulkAction({ store, query, action, onState, signal }: BulkOptions): Promise<void> {
  let ids: readonly TraceId[] = [];
  let done = 0;
  try {
    let secondsLeft = UNDO_SECONDS;
    const tell = () => onState({ kind: 'waiting', action, count: ids.length, secondsLeft });
    const finding = findIds(store, query, signal, (found) => {
      ids = found;
      tell();
    });
    // Whatever comes first is waited for below: nobody else listens to a failure until then.
    finding.catch(() => undefined);
    for (; secondsLeft > 0; secondsLeft -= 1) {
      tell();
      await wait(1000, signal);
    }
    await finding;
    for (let start = 0; start < ids.length; start += BATCH) {
      signal.throwIfAborted();
      onState({ kind: 'running', action, done, total: ids.length });
      const batch = ids.slice(start, start + BATCH);
      await act(store, action, batch);
      done += batch.length;
    }
    onState({ kind: 'done', action, done, total: ids.length });
  } catch (error) {
    if (signal.aborted) {
      if (done > 0) onState({ kind: 'done', action, done, total: ids.length });
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    onState({ kind: 'failed', message, done, total: ids.length });
  }
}

function act(store: TraceStore, action: BulkAction, ids: readonly TraceId[]): Promise<void> {
  if (action.kind === 'delete') return store.deleteTraces(ids);
  const at = Date.now();
  return store.write(ids.map((id) => ({ kind: 'trace', id, at, mode: 'update', tags: [action.tag] })));
}

async function findIds(
  store: TraceStore,
  query: RecordQuery,
  signal: AbortSignal,
  onFound: (ids: readonly TraceId[]) => void,
): Promise<void> {
  const ids: TraceId[] = [];
  for await (const traces of walkRecords(store, 'traces', query, { signal })) {
    for (const { id } of traces) ids.push(id);
    onFound(ids);
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
