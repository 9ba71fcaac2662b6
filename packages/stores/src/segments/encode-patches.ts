import type { Patch } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import { BlockWriter } from './block-writer.ts';

/** A batch as one block: it is there as a whole or not at all. */
export function encodePatches(firstRef: PatchRef, patches: readonly Patch[]): Uint8Array {
  const texts = patches.map((patch) => JSON.stringify(patch));
  // Room for the worst the longest text could need behind all others, so that mostly nothing is copied into a larger one.
  const longest = texts.reduce((length, text) => Math.max(length, text.length), 0);
  const room = texts.reduce((length, text) => length + text.length, 2 * longest);
  const writer = new BlockWriter('patches', firstRef, patches.length, room);
  for (const text of texts) writer.addText(text);
  return writer.finish();
}
