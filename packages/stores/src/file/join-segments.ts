import { readFile } from 'node:fs/promises';
import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import type { Block } from '../segments/block.ts';
import { scanBlocks } from '../segments/scan-blocks.ts';
import type { Segment } from './segment.ts';
import { writeSegment } from './write-segment.ts';
import type { LeaveOut } from './write-segment.ts';

/** One segment in the place of some, and what could not be read of those. */
export interface JoinedSegments {
  readonly written: Segment;
  readonly lost: ReadonlyMap<Segment, readonly PatchRef[]>;
}

/** Writes neighbouring segments anew as one file. The old files stay. */
export async function joinSegments(
  folder: string,
  sources: readonly [Segment, ...Segment[]],
  leaveOut: Omit<LeaveOut, 'onDamaged'>,
): Promise<JoinedSegments> {
  const blocks: Block[] = [];
  const places = new Map<Segment, Set<Bytes>>();
  for (const source of sources) {
    const found = new Set<Bytes>();
    places.set(source, found);
    for (const { at, block } of scanBlocks(await readFile(source.path))) {
      if (block === null) continue;
      blocks.push(block);
      found.add(at);
    }
  }
  const [first] = sources;
  const last = sources.at(-1) ?? first;
  const name = {
    first: first.name.first,
    last: last.name.last,
    generation: Math.max(...sources.map((source) => source.name.generation)) + 1,
  };
  const damaged = new Set<PatchRef>();
  const written = await writeSegment(folder, name, first.firstRef, blocks, {
    ...leaveOut,
    onDamaged: (ref) => damaged.add(ref),
  });
  const lost = sources.map((source) => [source, lostRefs(source, places.get(source), damaged)] as const);
  return { written, lost: new Map(lost) };
}

/** Refs of a segment whose blocks were not found where they were, or whose entries are damaged. */
function lostRefs(
  { index }: Segment,
  found: ReadonlySet<Bytes> | undefined,
  damaged: ReadonlySet<PatchRef>,
): PatchRef[] {
  const lost: PatchRef[] = [];
  for (let block = 0; block < index.blocks; block += 1) {
    const { at, firstRef, count } = index.place(block);
    for (let ref = firstRef; ref < firstRef + count; ref += 1) {
      if (damaged.has(ref) || found?.has(at) !== true) lost.push(ref);
    }
  }
  return lost;
}
