import type { Bytes } from '@oriel/core';
import { Block } from './block.ts';
import { findHead, HEAD_BYTES } from './block-head.ts';

/** What lies in a run of blocks, from its beginning to its end, nothing left out. */
export type Scanned =
  | { readonly at: Bytes; readonly block: Block }
  /** Bytes that are no block: damage when a block follows, else perhaps a write that was never finished. */
  | { readonly at: Bytes; readonly length: Bytes; readonly block: null };

/** Every block of a segment, and what lies between them where it was damaged. */
export function* scanBlocks(bytes: Uint8Array): Generator<Scanned, void> {
  for (let at = 0; at < bytes.length;) {
    const block = Block.open(bytes.subarray(at));
    if (block !== null) {
      yield { at, block };
      at += block.length;
      continue;
    }
    const next = bytes.length - at < HEAD_BYTES ? -1 : findHead(bytes, at + 1);
    const end = next < 0 ? bytes.length : next;
    yield { at, length: end - at, block: null };
    at = end;
  }
}
