import { join } from 'node:path';
import type { PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import { encodePatches } from '../segments/encode-patches.ts';
import { readForgotten } from '../segments/forgotten.ts';
import { joinBlocks } from '../segments/join-blocks.ts';
import { replaceFile } from './durable-files.ts';
import { SegmentIndex } from './segment-index.ts';
import { formatSegmentName } from './segment-name.ts';
import type { SegmentName } from './segment-name.ts';
import type { Segment } from './segment.ts';

/** What is left out of a segment when it is written anew. */
export interface LeaveOut {
  readonly isForgotten: (ref: PatchRef) => boolean;
  /** Whether a deletion has done its work: nothing is left of what it forgot. */
  readonly isOver: (deletion: PatchRef, refs: readonly PatchRef[]) => boolean;
  readonly onDamaged: (ref: PatchRef) => void;
}

/** A segment begins with an empty block that tells its first ref, so that none is given twice when it is all that is left. */
export function segmentStart(firstRef: PatchRef): Uint8Array {
  return encodePatches(firstRef, []);
}

/** Writes blocks into a new segment, small ones joined. It is there as a whole or not at all. */
export async function writeSegment(
  folder: string,
  name: SegmentName,
  firstRef: PatchRef,
  blocks: readonly Block[],
  leaveOut: LeaveOut,
): Promise<Segment> {
  const path = join(folder, formatSegmentName(name));
  const index = new SegmentIndex();
  let at = 0;
  function* indexed() {
    for (const bytes of rewrite(firstRef, blocks, leaveOut)) {
      const head = Block.open(bytes)?.head;
      if (head) index.add(at, head);
      at += bytes.length;
      yield bytes;
    }
  }
  await replaceFile(path, indexed());
  return { name, path, index, firstRef, bytes: at, forgotten: 0 };
}

/** Deletions stay where they are among the patches. */
function* rewrite(firstRef: PatchRef, blocks: readonly Block[], leaveOut: LeaveOut): Generator<Uint8Array> {
  yield segmentStart(firstRef);
  let run: Block[] = [];
  for (const block of blocks) {
    if (block.head.kind === 'patches') {
      run.push(block);
      continue;
    }
    const forgotten = readForgotten(block);
    if (forgotten === null) leaveOut.onDamaged(block.head.firstRef);
    if (forgotten === null || leaveOut.isOver(block.head.firstRef, forgotten.refs)) continue;
    yield* joinBlocks(run, leaveOut.isForgotten, leaveOut.onDamaged);
    run = [];
    yield block.bytes;
  }
  yield* joinBlocks(run, leaveOut.isForgotten, leaveOut.onDamaged);
}
