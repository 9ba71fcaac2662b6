import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import type { Block } from './block.ts';
import { BlockWriter } from './block-writer.ts';

/** A joined block has about this much, so that one patch does not cost much more than itself to load. */
export const JOINED_BYTES: Bytes = 256 * 1024;

/** Refs missing between two blocks cost a table entry each; a longer gap is cheaper as a block of its own. */
const MAX_GAP = 64;

interface Entry {
  readonly ref: PatchRef;
  readonly bytes: Uint8Array;
}

/** Rewrites blocks of patches, ascending, as fewer and without what is forgotten or damaged. */
export function* joinBlocks(
  blocks: Iterable<Block>,
  isForgotten: (ref: PatchRef) => boolean,
  onDamaged: (ref: PatchRef) => void = () => undefined,
): Generator<Uint8Array, void> {
  let entries: Entry[] = [];
  let length = 0;
  for (const block of blocks) {
    for (let index = 0; index < block.head.count; index += 1) {
      const ref = block.head.firstRef + index;
      const entry = block.read(index);
      if (entry.state === 'damaged') onDamaged(ref);
      if (entry.state !== 'kept' || isForgotten(ref)) continue;
      const last = entries.at(-1);
      if (last !== undefined && (length >= JOINED_BYTES || ref - last.ref > MAX_GAP)) {
        yield writeBlock(entries, length);
        entries = [];
        length = 0;
      }
      entries.push({ ref, bytes: entry.bytes });
      length += entry.bytes.length;
    }
  }
  if (entries.length > 0) yield writeBlock(entries, length);
}

function writeBlock(entries: readonly Entry[], length: Bytes): Uint8Array {
  const first = entries[0]?.ref ?? 0;
  const last = entries.at(-1)?.ref ?? first;
  const writer = new BlockWriter('patches', first, last - first + 1, length);
  let next = first;
  for (const { ref, bytes } of entries) {
    for (; next < ref; next += 1) writer.addBytes(new Uint8Array());
    writer.addBytes(bytes);
    next += 1;
  }
  return writer.finish();
}
