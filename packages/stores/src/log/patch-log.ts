import type { Bytes, Patch, TraceId } from '@oriel/core';

/**
 * Where a patch is in its log: a whole number below 2³² that is never given twice. The patches of one batch have
 * consecutive ones.
 */
export type PatchRef = number;

/**
 * Where the engine keeps the patches that its columns were made of, payloads and all. The columns are derived; the log
 * is the truth. It is asked for patches when a record is folded anew and when somebody looks at a payload.
 *
 * The engine makes one change at a time: while an `append` or a `forget` is under way it starts no other. It reads at
 * any time.
 */
export interface PatchLog {
  /**
   * Keeps a batch, all of it or nothing, and answers the ref of its first patch. Once this has answered (or resolved), a
   * durable log still has the batch after a crash. A log that needs no waiting answers at once, and so does the store.
   */
  append(patches: readonly Patch[]): PatchRef | Promise<PatchRef>;

  /** A patch that is at hand without waiting; `undefined` when it has to be loaded, or was forgotten. */
  peek(ref: PatchRef): Patch | undefined;

  /** Patches that were not at hand, in the order asked for; `undefined` for those forgotten meanwhile. */
  load(refs: readonly PatchRef[]): Promise<readonly (Patch | undefined)[]>;

  /**
   * Forgets traces: these are all the patches ever appended for them, scores included. Once it has answered, a durable
   * log does not bring them back when it is opened again.
   */
  forget(traceIds: readonly TraceId[], refs: readonly PatchRef[]): void | Promise<void>;

  /** What the log holds in memory. */
  readonly memoryUsage: Bytes;

  /** Frees what the log holds. Called once. */
  close(): void | Promise<void>;
}
