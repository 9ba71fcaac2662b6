import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PatchRef } from '../log/patch-log.ts';
import { Block } from '../segments/block.ts';
import { encodePatches } from '../segments/encode-patches.ts';
import { replaceFile } from './durable-files.ts';

/** An empty block that tells where a log ended when it was last closed: what is missing before was there, however neatly its file was cut. */
const FILE = 'end';

/** 0 when nobody ever closed the log, or the note is damaged. An old note is a low one, as refs only grow. */
export async function readEnd(folder: string): Promise<PatchRef> {
  try {
    const block = Block.open(await readFile(join(folder, FILE)));
    return block?.head.firstRef ?? 0;
  } catch {
    return 0;
  }
}

export function writeEnd(folder: string, end: PatchRef): Promise<void> {
  return replaceFile(join(folder, FILE), [encodePatches(end, [])]);
}
