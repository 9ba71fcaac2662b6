import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { checksum } from '@oriel/core';
import type { Bytes, Patch } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import { HEAD_BYTES, TABLE_ENTRY_BYTES, viewOf } from '../segments/block-head.ts';
import { readAt } from './durable-files.ts';
import type { BlockPlace } from './segment-index.ts';

/** Larger blocks are not read whole for the sake of a few of their patches. */
const MAX_WHOLE: Bytes = 1024 * 1024;

/** Each patch that is read alone takes two reads; so many of them take longer than any block. */
const FEW = 8;

/** What reading found: patches, refs whose bytes are damaged, and blocks that were read whole. */
export interface ReadPatches {
  readonly patches: ReadonlyMap<PatchRef, Patch>;
  readonly damaged: readonly PatchRef[];
  readonly blocks: readonly Block[];
}

/** Reads patches of one segment, block by block. Refs that were forgotten are in neither answer. */
export async function readPatches(
  path: string,
  wanted: ReadonlyMap<BlockPlace, readonly PatchRef[]>,
): Promise<ReadPatches> {
  const patches = new Map<PatchRef, Patch>();
  const damaged: PatchRef[] = [];
  const blocks: Block[] = [];
  const handle = await open(path, 'r');
  try {
    for (const [place, refs] of wanted) {
      const isWorthIt = place.length <= MAX_WHOLE || refs.length > FEW;
      const block = isWorthIt ? await readBlock(handle, place) : null;
      if (block) blocks.push(block);
      for (const ref of refs) {
        const entry = block ? block.read(ref - place.firstRef) : await readEntry(handle, place, ref);
        if (entry.state === 'damaged') damaged.push(ref);
        if (entry.state === 'kept') patches.set(ref, JSON.parse(entry.text()) as Patch);
      }
    }
  } finally {
    await handle.close();
  }
  return { patches, damaged, blocks };
}

async function readBlock(handle: FileHandle, { at, length }: BlockPlace): Promise<Block | null> {
  return Block.open(await readAt(handle, at, length));
}

/** One entry of a block, without the rest of the block. */
async function readEntry(handle: FileHandle, { at, length, firstRef, count }: BlockPlace, ref: PatchRef) {
  const index = ref - firstRef;
  // The entry's row of the table, and the one before it.
  const rows = viewOf(
    await readAt(handle, at + HEAD_BYTES + (index - 1) * TABLE_ENTRY_BYTES, 2 * TABLE_ENTRY_BYTES),
  );
  if (rows.byteLength < 2 * TABLE_ENTRY_BYTES) return { state: 'damaged' } as const;
  const start = index === 0 ? 0 : rows.getUint32(0, true);
  const end = rows.getUint32(TABLE_ENTRY_BYTES, true);
  if (start === end) return { state: 'forgotten' } as const;
  const content = HEAD_BYTES + count * TABLE_ENTRY_BYTES;
  if (start > end || content + end > length) return { state: 'damaged' } as const;
  const bytes = await readAt(handle, at + content + start, end - start);
  if (checksum(bytes) !== rows.getUint32(TABLE_ENTRY_BYTES + 4, true)) return { state: 'damaged' } as const;
  return { state: 'kept', text: () => new TextDecoder().decode(bytes) } as const;
}
