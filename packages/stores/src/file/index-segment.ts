import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { checksum } from '@oriel/core';
import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import { blockLength, HEAD_BYTES, readHead, TABLE_ENTRY_BYTES } from '../segments/block-head.ts';
import type { BlockHead } from '../segments/block-head.ts';
import { readForgotten } from '../segments/forgotten.ts';
import type { Forgotten } from '../segments/forgotten.ts';
import { readAt } from './durable-files.ts';
import { SegmentIndex } from './segment-index.ts';
import type { SegmentScan } from './scan-segment.ts';

/** What the log has to know of a segment to work with it. */
export interface IndexedSegment {
  readonly index: SegmentIndex;
  readonly firstRef: PatchRef;
  /** Behind the last ref in it. */
  readonly endRef: PatchRef;
  /** Deletions, in their order among the patches. */
  readonly forgotten: readonly (Forgotten & { readonly ref: PatchRef })[];
  readonly bytes: Bytes;
}

/** How much is read at a time to find heads and tables. */
const WINDOW: Bytes = 16 * 1024;

/**
 * Indexes a segment by its heads and tables alone, without reading patches; `null` when something is wrong with one of
 * them, and the segment has to be read whole.
 */
export async function indexSegment(path: string): Promise<IndexedSegment | null> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const collected = new Collected();
    for (let at = 0; at < size;) {
      const head = await readChecked(handle, at);
      if (head === null || at + blockLength(head) > size) return null;
      const isIn = head.kind === 'patches' || collected.addForgotten(await openBlock(handle, at, head));
      if (!isIn) return null;
      collected.add(at, head);
      at += blockLength(head);
    }
    return collected.finish(size);
  } finally {
    await handle.close();
  }
}

/** The index of a segment that was read whole. */
export function indexScan({ blocks }: SegmentScan): IndexedSegment | null {
  const collected = new Collected();
  let size = 0;
  for (const { at, block } of blocks) {
    if (block.head.kind === 'forgotten') collected.addForgotten(block);
    collected.add(at, block.head);
    size = at + block.length;
  }
  return collected.finish(size);
}

class Collected {
  readonly #index = new SegmentIndex();
  readonly #forgotten: (Forgotten & { ref: PatchRef })[] = [];
  #firstRef: PatchRef | null = null;
  #endRef: PatchRef = 0;

  add(at: Bytes, head: BlockHead): void {
    this.#index.add(at, head);
    this.#firstRef ??= head.firstRef;
    this.#endRef = head.firstRef + head.count;
  }

  addForgotten(block: Block | null): boolean {
    const forgotten = block && readForgotten(block);
    if (forgotten && block) this.#forgotten.push({ ...forgotten, ref: block.head.firstRef });
    return forgotten !== null;
  }

  /** `null` for a segment without a single whole block. */
  finish(bytes: Bytes): IndexedSegment | null {
    if (this.#firstRef === null) return null;
    return {
      index: this.#index,
      firstRef: this.#firstRef,
      endRef: this.#endRef,
      forgotten: this.#forgotten,
      bytes,
    };
  }
}

async function readChecked(handle: FileHandle, at: Bytes): Promise<BlockHead | null> {
  const window = await readAt(handle, at, WINDOW);
  const head = readHead(window);
  if (head === null) return null;
  const tableLength = head.count * TABLE_ENTRY_BYTES;
  const table =
    HEAD_BYTES + tableLength <= window.length
      ? window.subarray(HEAD_BYTES, HEAD_BYTES + tableLength)
      : await readAt(handle, at + HEAD_BYTES, tableLength);
  return checksum(table) === head.tableChecksum ? head : null;
}

async function openBlock(handle: FileHandle, at: Bytes, head: BlockHead): Promise<Block | null> {
  return Block.open(await readAt(handle, at, blockLength(head)));
}
