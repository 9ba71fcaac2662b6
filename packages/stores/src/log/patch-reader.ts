import type { Patch } from '@oriel/core';
import { ask } from './log-failure.ts';
import type { PatchLog, PatchRef } from './patch-log.ts';

/** Thrown out of an answer that cannot be given before these patches were loaded. Never leaves the engine. */
class PatchesNeeded extends Error {
  readonly refs: readonly PatchRef[];

  constructor(refs: readonly PatchRef[]) {
    super(`${refs.length} patches have to be loaded first.`);
    this.refs = refs;
  }
}

/** The patches one answer needs: those at hand, and those loaded for it. */
export class PatchReader {
  readonly #log: PatchLog;
  readonly #loaded = new Map<PatchRef, Patch | undefined>();

  constructor(log: PatchLog) {
    this.#log = log;
  }

  /** @throws PatchesNeeded */
  read(ref: PatchRef): Patch | undefined {
    const patch = this.#loaded.get(ref) ?? this.#log.peek(ref);
    if (patch === undefined && !this.#loaded.has(ref)) throw new PatchesNeeded([ref]);
    return patch;
  }

  /**
   * Makes sure that all of these can be read, so that they are loaded together.
   *
   * @throws PatchesNeeded
   */
  need(refs: readonly PatchRef[]): void {
    const missing = refs.filter((ref) => !this.#loaded.has(ref) && this.#log.peek(ref) === undefined);
    if (missing.length > 0) throw new PatchesNeeded(missing);
  }

  /**
   * Loads those of the patches that are not at hand, and holds on to the others: loading may push them out of a log's
   * bounded memory.
   *
   * @throws `unavailable` - the log cannot be read.
   */
  async load(refs: readonly PatchRef[]): Promise<void> {
    const missing: PatchRef[] = [];
    for (const ref of refs) {
      const patch = this.#log.peek(ref);
      if (patch === undefined) missing.push(ref);
      else this.#loaded.set(ref, patch);
    }
    if (missing.length === 0) return;
    const patches = await ask(() => this.#log.load(missing));
    for (const [place, ref] of missing.entries()) this.#loaded.set(ref, patches[place]);
  }
}

/**
 * Gives an answer that may need patches which are not at hand. `give` runs without a pause, so it sees one moment of
 * the columns; where patches are missing they are loaded and it runs again, at a later moment. With a log that has
 * everything at hand it runs once.
 */
export async function answerWithPatches<Answer>(
  log: PatchLog,
  give: (patches: PatchReader) => Answer,
): Promise<Answer> {
  const patches = new PatchReader(log);
  for (;;) {
    try {
      return give(patches);
    } catch (error) {
      if (!(error instanceof PatchesNeeded)) throw error;
      await patches.load(error.refs);
    }
  }
}
