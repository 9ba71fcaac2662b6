import type { Bytes, Patch } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import type { Block } from '../segments/block.ts';
import type { SegmentEntry } from './segment-directory.ts';

/** Patches decoded lately: a fold asks twice for each of its own. */
const DECODED = 4096;

/** Segments looked at lately, by the ref of their first patch, up to a number of bytes. */
export class SegmentCache {
  readonly #limit: Bytes;
  /** In the order of their last use. */
  readonly #blocks = new Map<PatchRef, Block>();
  readonly #decoded = new Map<PatchRef, Patch | undefined>();
  #bytes: Bytes = 0;

  constructor(limit: Bytes) {
    this.#limit = limit;
  }

  get bytes(): Bytes {
    return this.#bytes;
  }

  put({ first }: SegmentEntry, block: Block): void {
    this.delete(first);
    this.#blocks.set(first, block);
    this.#bytes += block.length;
    for (const oldest of this.#blocks.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
  }

  delete(first: PatchRef): void {
    this.#bytes -= this.#blocks.get(first)?.length ?? 0;
    this.#blocks.delete(first);
  }

  get({ first }: SegmentEntry): Block | undefined {
    const block = this.#blocks.get(first);
    if (block === undefined) return undefined;
    this.#blocks.delete(first);
    this.#blocks.set(first, block);
    return block;
  }

  /** `undefined` when its segment is not here. */
  read(entry: SegmentEntry, ref: PatchRef): Patch | undefined {
    const known = this.#decoded.get(ref);
    if (known !== undefined) return known;
    const patch = this.get(entry)?.patch(ref - entry.first);
    if (this.#decoded.size >= DECODED) this.#decoded.clear();
    if (patch !== undefined) this.#decoded.set(ref, patch);
    return patch;
  }

  clear(): void {
    this.#blocks.clear();
    this.#decoded.clear();
    this.#bytes = 0;
  }
}
