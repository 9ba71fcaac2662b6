import type { Bytes } from '@oriel/core';

/** Room that a store takes up. */
export interface StorageUse {
  readonly used: Bytes;
  /** `null` where there is no limit, or nobody knows it. */
  readonly quota: Bytes | null;
}
