import type { Patch } from '@oriel/core';

/** The stages every pipeline has between parsing and writing, in their order. */
export const BUILT_IN_STAGES = ['sample', 'mask', 'media', 'price'] as const;
export type BuiltInStage = (typeof BUILT_IN_STAGES)[number];

/**
 * A step of the host's own: it may change, add and drop patches. Patches are never changed in place: answer new ones,
 * or the same list when nothing changes.
 *
 * When it throws, rejects or answers something else than patches, nothing is lost: the patches go, masked, to the dead letters with the
 * reason, and a replay begins with this stage.
 */
export interface HostStage {
  /** Unique; counters and dead letters name it. */
  readonly name: string;
  /**
   * Which built-in stage it follows. Before `mask` is `{ after: 'sample' }`: such a stage sees what is not masked yet.
   * Default: after `price`, the last stage before writing.
   */
  readonly after?: 'parse' | BuiltInStage | undefined;
  readonly run: (
    patches: readonly Patch[],
    context: StageContext,
  ) => readonly Patch[] | Promise<readonly Patch[]>;
}

export interface StageContext {
  readonly signal?: AbortSignal | undefined;
}
