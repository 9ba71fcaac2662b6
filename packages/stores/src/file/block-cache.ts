import type { Bytes, Patch } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import type { Block } from '../segments/block.ts';

interface Cached {
  readonly block: Block;
  /** Decoded when first asked for. */
  readonly patches: Map<number, Patch>;
  cost: Bytes;
}

/** Objects take about this many times the bytes they are decoded from. */
const DECODED_FACTOR = 3;

/** The blocks used last, as many as fit into a number of bytes. */
export class BlockCache {
  /** By first ref; the block used last is the last one. */
  readonly #blocks = new Map<PatchRef, Cached>();
  readonly #maxBytes: Bytes;
  #bytes: Bytes = 0;

  constructor(maxBytes: Bytes) {
    this.#maxBytes = maxBytes;
  }

  add(block: Block): void {
    const key = block.head.firstRef;
    this.#drop(key);
    this.#blocks.set(key, { block, patches: new Map(), cost: block.length });
    this.#bytes += block.length;
    this.#makeRoom(key);
  }

  /** Whether a patch is at hand. A block that was rewritten may hold fewer or more patches under the same first ref. */
  has(firstRef: PatchRef, ref: PatchRef): boolean {
    const head = this.#blocks.get(firstRef)?.block.head;
    return head !== undefined && ref < firstRef + head.count;
  }

  /** `undefined` when it is not at hand, was forgotten or is damaged. */
  patch(firstRef: PatchRef, ref: PatchRef): Patch | undefined {
    const cached = this.#blocks.get(firstRef);
    const index = ref - firstRef;
    if (cached === undefined || index >= cached.block.head.count) return undefined;
    const known = cached.patches.get(index);
    if (known !== undefined) return known;
    const entry = cached.block.read(index);
    if (entry.state !== 'kept') return undefined;
    const patch = JSON.parse(entry.text()) as Patch;
    cached.patches.set(index, patch);
    this.#grow(firstRef, cached, entry.bytes.length * DECODED_FACTOR);
    return patch;
  }

  get memoryUsage(): Bytes {
    return this.#bytes;
  }

  clear(): void {
    this.#blocks.clear();
    this.#bytes = 0;
  }

  #grow(key: PatchRef, cached: Cached, bytes: Bytes): void {
    cached.cost += bytes;
    this.#bytes += bytes;
    this.#blocks.delete(key);
    this.#blocks.set(key, cached);
    this.#makeRoom(key);
  }

  /** The block in use stays, even when it alone is too large. */
  #makeRoom(inUse: PatchRef): void {
    for (const key of this.#blocks.keys()) {
      if (this.#bytes <= this.#maxBytes || key === inUse) return;
      this.#drop(key);
    }
  }

  #drop(key: PatchRef): void {
    this.#bytes -= this.#blocks.get(key)?.cost ?? 0;
    this.#blocks.delete(key);
  }
}
