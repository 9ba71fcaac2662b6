import type { Bytes } from '@oriel/core';
import { grown } from '../columns/grow.ts';
import type { PatchRef } from '../log/patch-log.ts';
import { blockLength } from '../segments/block-head.ts';
import type { BlockHead } from '../segments/block-head.ts';

/** Where a block is in its segment. */
export interface BlockPlace {
  readonly at: Bytes;
  readonly length: Bytes;
  readonly firstRef: PatchRef;
  readonly count: number;
}

/** Where the blocks of patches are in a segment: 16 bytes a block, however many patches are in it. */
export class SegmentIndex {
  /** at, length, first ref, count: one block after the other. */
  #places = new Uint32Array(0);
  #blocks = 0;
  #entries = 0;

  /** Blocks are added as they lie in the segment. Those without patches are left out. */
  add(at: Bytes, head: BlockHead): void {
    if (head.kind !== 'patches' || head.count === 0) return;
    const start = this.#blocks * 4;
    if (start + 4 > this.#places.length) this.#places = grown(this.#places, start + 4);
    this.#places.set([at, blockLength(head), head.firstRef, head.count], start);
    this.#blocks += 1;
    this.#entries += head.count;
  }

  /** `null` when the segment has no such patch. */
  find(ref: PatchRef): BlockPlace | null {
    let low = 0;
    let high = this.#blocks - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#places[middle * 4 + 2] ?? 0) <= ref) low = middle;
      else high = middle - 1;
    }
    const place = this.#blocks === 0 ? null : this.place(low);
    return place !== null && ref >= place.firstRef && ref < place.firstRef + place.count ? place : null;
  }

  place(block: number): BlockPlace {
    const [at = 0, length = 0, firstRef = 0, count = 0] = this.#places.subarray(block * 4, block * 4 + 4);
    return { at, length, firstRef, count };
  }

  /** Count of blocks. */
  get blocks(): number {
    return this.#blocks;
  }

  /** Count of patches, forgotten ones included. */
  get entries(): number {
    return this.#entries;
  }

  get memoryUsage(): Bytes {
    return this.#places.byteLength;
  }
}
