import { StoreError } from '@oriel/core';
import type { EpochMs, Milliseconds, StoreErrorCode } from '@oriel/core';

const TROUBLE: ReadonlySet<StoreErrorCode> = new Set<StoreErrorCode>([
  'unavailable',
  'storage-full',
  'closed',
]);

/** A failed write is as long ago as this when nobody can tell from it how the store is. */
const MEMORY: Milliseconds = 60_000;

/** How writes went lately: a store that can be read may have no room left to write. */
export class StoreHealth {
  #failedAt: EpochMs | null = null;

  /** A call of the store ended with this; what is no trouble of the store's is passed over. */
  failed(error: unknown, now: EpochMs): void {
    if (StoreError.is(error) && TROUBLE.has(error.code)) this.#failedAt = now;
  }

  /** Something was written. */
  wrote(): void {
    this.#failedAt = null;
  }

  /** Whether the last write failed, and not long ago. */
  isAiling(now: EpochMs): boolean {
    return this.#failedAt !== null && now - this.#failedAt < MEMORY;
  }
}
