import { StoreError } from '@oriel/core';
import type { Patch, TraceStore } from '@oriel/core';
import type { Retry } from './retry.ts';

/** What became of the patches of one caller. */
export interface WriteOutcome {
  /** Patches that the store refused one by one, with its reason; all others are written. */
  readonly refused: readonly Refusal[];
}

export interface Refusal {
  readonly error: StoreError;
  readonly patches: readonly Patch[];
}

/** A write that ended before all was written. */
export class UnfinishedWrite extends Error {
  /** What was not written. */
  readonly patches: readonly Patch[];
  readonly refused: readonly Refusal[];

  constructor(cause: unknown, patches: readonly Patch[], refused: readonly Refusal[]) {
    super('A write ended before all was written.', { cause });
    this.name = 'UnfinishedWrite';
    this.patches = patches;
    this.refused = refused;
  }
}

export interface WriteCall {
  readonly signal?: AbortSignal | undefined;
  /** Called after each batch with how many of this caller's patches it held. */
  readonly onWritten?: ((count: number) => void) | undefined;
}

export interface WriteQueue {
  /** @throws UnfinishedWrite - the store failed for good, or the signal was aborted. */
  readonly write: (patches: readonly Patch[], call?: WriteCall) => Promise<WriteOutcome>;
  /** Resolves when all that was handed in by now is written or given up. */
  readonly idle: () => Promise<void>;
}

export interface WriteQueueOptions {
  readonly store: TraceStore;
  readonly batchSize: number;
  readonly retry: Retry;
}

interface Entry {
  readonly patches: readonly Patch[];
  readonly call: WriteCall;
  readonly refused: Refusal[];
  next: number;
  readonly settle: (failure: UnfinishedWrite | null) => void;
}

interface Share {
  readonly entry: Entry;
  readonly patches: readonly Patch[];
}

/**
 * Writes one batch at a time. What is handed in meanwhile goes together with the next: under load batches are full,
 * at rest nothing waits. A batch that fails is written again caller by caller, and a batch with a bad patch in ever
 * smaller parts, so that one caller's trouble, or one bad patch, costs no other.
 */
export function createWriteQueue({ store, batchSize, retry }: WriteQueueOptions): WriteQueue {
  const size = Math.min(batchSize, store.capabilities.maxBatch);
  const waiting: Entry[] = [];
  let working: Promise<void> | null = null;

  const settle = (entry: Entry, failure: UnfinishedWrite | null) => {
    const index = waiting.indexOf(entry);
    if (index !== -1) waiting.splice(index, 1);
    entry.settle(failure);
  };

  const fail = (entry: Entry, from: number, cause: unknown) =>
    settle(entry, new UnfinishedWrite(cause, entry.patches.slice(from), entry.refused));

  /** The next patches of the first callers, up to a batch. */
  const nextBatch = (): Share[] => {
    const shares: Share[] = [];
    let room = size;
    for (const entry of waiting) {
      if (room === 0) break;
      const patches = entry.patches.slice(entry.next, entry.next + room);
      room -= patches.length;
      shares.push({ entry, patches });
      // A caller's own patches are written in order: the next come once these are in.
      if (entry.next + patches.length < entry.patches.length) break;
    }
    return shares;
  };

  const advance = ({ entry, patches }: Share) => {
    entry.next += patches.length;
    entry.call.onWritten?.(patches.length);
    if (entry.next === entry.patches.length) settle(entry, null);
  };

  const attempt = (patches: readonly Patch[], signal: AbortSignal | undefined) =>
    retry(() => store.write(patches, signal ? { signal } : undefined), signal);

  /** Writes what can be written of patches among which one is bad. */
  const writeParts = async (patches: readonly Patch[], entry: Entry): Promise<void> => {
    try {
      await attempt(patches, entry.call.signal);
    } catch (error) {
      if (!StoreError.is(error) || (error.code !== 'bad-patch' && error.code !== 'too-large')) throw error;
      if (patches.length === 1) {
        entry.refused.push({ error, patches });
        return;
      }
      const middle = patches.length >> 1;
      await writeParts(patches.slice(0, middle), entry);
      await writeParts(patches.slice(middle), entry);
    }
  };

  const writeShare = async (share: Share) => {
    try {
      await writeParts(share.patches, share.entry);
      advance(share);
    } catch (error) {
      fail(share.entry, share.entry.next, error);
    }
  };

  const dropAborted = () => {
    for (const entry of waiting.filter(({ call }) => call.signal?.aborted)) {
      const cause: unknown = entry.call.signal?.reason;
      fail(entry, entry.next, new StoreError('aborted', 'The call was aborted by its signal.', { cause }));
    }
  };

  const writeNext = async () => {
    dropAborted();
    const shares = nextBatch();
    const [first] = shares;
    if (first === undefined) return;
    if (shares.length === 1) return writeShare(first);
    try {
      await store.write(shares.flatMap(({ patches }) => patches));
      shares.forEach(advance);
    } catch {
      for (const share of shares) await writeShare(share);
    }
  };

  const work = async () => {
    // Callers of the same turn go together.
    await Promise.resolve();
    while (waiting.length > 0) await writeNext();
    working = null;
  };

  return {
    write: (patches, call = {}) =>
      new Promise((resolve, reject) => {
        if (patches.length === 0) return resolve({ refused: [] });
        const refused: Refusal[] = [];
        const entry: Entry = {
          patches,
          call,
          refused,
          next: 0,
          settle(failure) {
            if (failure) reject(failure);
            else resolve({ refused });
          },
        };
        waiting.push(entry);
        working ??= work();
      }),
    idle: () => working ?? Promise.resolve(),
  };
}
