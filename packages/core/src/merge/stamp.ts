import type { EpochMs } from '../model/units.ts';

/** When a field was set: event time, then create before update (reference 2.3). */
export interface Stamp {
  readonly at: EpochMs;
  readonly rank: 0 | 1;
}

export function stampOf(patch: { at: EpochMs; mode?: 'create' | 'update' | undefined }): Stamp {
  return { at: patch.at, rank: patch.mode === 'update' ? 1 : 0 };
}

/** Below 0 when `a` is earlier, above 0 when it is later, 0 when neither. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a.at - b.at || a.rank - b.rank;
}

export function laterStamp(a: Stamp, b: Stamp): Stamp {
  return compareStamps(a, b) >= 0 ? a : b;
}
