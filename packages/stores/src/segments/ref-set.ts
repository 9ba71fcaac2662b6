import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';

const CHUNK_REFS = 65_536;

/** Many refs, a bit each, in chunks that exist once one of their refs is in. */
export class RefSet {
  readonly #chunks = new Map<number, Uint8Array>();
  #size = 0;

  add(ref: PatchRef): void {
    const key = Math.floor(ref / CHUNK_REFS);
    let chunk = this.#chunks.get(key);
    if (chunk === undefined) this.#chunks.set(key, (chunk = new Uint8Array(CHUNK_REFS / 8)));
    const place = ref % CHUNK_REFS;
    const bit = 1 << (place & 7);
    const before = chunk[place >> 3] ?? 0;
    if ((before & bit) !== 0) return;
    chunk[place >> 3] = before | bit;
    this.#size += 1;
  }

  has(ref: PatchRef): boolean {
    const chunk = this.#chunks.get(Math.floor(ref / CHUNK_REFS));
    const place = ref % CHUNK_REFS;
    return ((chunk?.[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
  }

  get size(): number {
    return this.#size;
  }

  get memoryUsage(): Bytes {
    return this.#chunks.size * (CHUNK_REFS / 8);
  }
}
