import type { EpochMs, Patch, StoreErrorCode, TraceId } from '@oriel/core';
import { touchedRecords } from './ingest-report.ts';

export type DeadLetterId = string;

/** Patches that could not be written, with the reason. What they hold has been masked, whatever stage failed. */
export interface DeadLetter {
  readonly id: DeadLetterId;
  /** When it was given up. */
  readonly at: EpochMs;
  /** The stage that failed: `write`, or the name of a host's stage. A replay begins there. */
  readonly stage: string;
  /** The store's code, or `stage-failed`. */
  readonly code: StoreErrorCode | 'stage-failed';
  /** For people; masked. */
  readonly reason: string;
  readonly patches: readonly Patch[];
}

/** A {@link DeadLetter} without its patches. */
export interface DeadLetterSummary extends Omit<DeadLetter, 'patches'> {
  readonly patchCount: number;
  /** In order of first mention. */
  readonly traceIds: readonly TraceId[];
}

/**
 * Where dead letters are kept. {@link memoryDeadLetters} forgets them with the process; a durable one survives it.
 * All methods may be called at any time, also at once.
 */
export interface DeadLetters {
  /** Keeps a letter, under its id. */
  add(letter: DeadLetter): Promise<void>;
  /** Oldest first. */
  list(): Promise<readonly DeadLetterSummary[]>;
  /** `null` when there is none of this id. */
  read(id: DeadLetterId): Promise<DeadLetter | null>;
  /** Unknown ids are no error. */
  delete(ids: readonly DeadLetterId[]): Promise<void>;
  /** Letters that were given up for lack of room, ever. */
  dropped(): Promise<number>;
}

export interface MemoryDeadLettersOptions {
  /** Most patches kept, over all letters. Beyond, the oldest letters are dropped. Default 100 000. */
  readonly maxPatches?: number | undefined;
}

/** Dead letters in memory. The latest letter is kept however long it is. */
export function memoryDeadLetters({ maxPatches = 100_000 }: MemoryDeadLettersOptions = {}): DeadLetters {
  const letters = new Map<DeadLetterId, DeadLetter>();
  let patchCount = 0;
  let droppedCount = 0;

  const remove = (id: DeadLetterId) => {
    patchCount -= letters.get(id)?.patches.length ?? 0;
    letters.delete(id);
  };

  return {
    add(letter) {
      remove(letter.id);
      letters.set(letter.id, letter);
      patchCount += letter.patches.length;
      // A map keeps the order of insertion: its first key is the oldest.
      for (const id of letters.keys()) {
        if (patchCount <= maxPatches || letters.size === 1) break;
        remove(id);
        droppedCount += 1;
      }
      return Promise.resolve();
    },
    list: () => Promise.resolve(Array.from(letters.values(), summarize)),
    read: (id) => Promise.resolve(letters.get(id) ?? null),
    delete(ids) {
      ids.forEach(remove);
      return Promise.resolve();
    },
    dropped: () => Promise.resolve(droppedCount),
  };
}

/** A letter without its patches. */
function summarize({ patches, ...letter }: DeadLetter): DeadLetterSummary {
  return { ...letter, patchCount: patches.length, traceIds: touchedRecords(patches).traceIds };
}
