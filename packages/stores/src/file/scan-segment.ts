import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import type { Block } from '../segments/block.ts';
import { scanBlocks } from '../segments/scan-blocks.ts';

/** Refs from `from` up to, not including, `to`; `to` is `null` where nobody knows how many there were. */
export interface RefRange {
  readonly from: PatchRef;
  readonly to: PatchRef | null;
}

export interface ScanOptions {
  /** The log was writing this segment when it was last open. */
  readonly isActive: boolean;
  /** Behind the last ref of the segment before it. */
  readonly nextRef: PatchRef;
  /** The first ref of the segment behind it; `null` when there is none. */
  readonly endRef: PatchRef | null;
}

/** All that a segment's bytes tell. */
export interface SegmentScan {
  /** Whole blocks; entries of them may be damaged. */
  readonly blocks: readonly { readonly at: Bytes; readonly block: Block }[];
  /** Patches that were in the segment, or may have been, and cannot be read. */
  readonly lost: readonly RefRange[];
  /** Bytes that are no block lie before blocks, or an entry is damaged. */
  readonly isDamaged: boolean;
  /** Where an unfinished last write begins. */
  readonly tail: Bytes | null;
}

/**
 * Reads a segment from its first byte to its last.
 *
 * The log writes a block and waits for the disk before it writes the next one. So in the segment it was writing, the last
 * block may be an unfinished write, which nobody was told is kept: it goes as a whole. Whatever is wrong before it, or in
 * a segment that was finished, is damage.
 */
export function scanSegment(bytes: Uint8Array, { isActive, nextRef, endRef }: ScanOptions): SegmentScan {
  const pieces = [...scanBlocks(bytes)];
  const last = pieces.at(-1);
  const isUnfinished =
    isActive && last !== undefined && (last.block === null || last.block.damage().length > 0);
  const finished = isUnfinished ? pieces.slice(0, -1) : pieces;
  const lost: RefRange[] = [];
  let isDamaged = false;
  let next = nextRef;
  for (const [place, { block }] of finished.entries()) {
    if (block === null) {
      isDamaged = true;
      lost.push({ from: next, to: finished[place + 1]?.block?.head.firstRef ?? endRef });
      continue;
    }
    for (const index of block.damage()) {
      isDamaged = true;
      lost.push({ from: block.head.firstRef + index, to: block.head.firstRef + index + 1 });
    }
    next = block.head.firstRef + block.head.count;
  }
  return {
    blocks: finished.flatMap((piece) => (piece.block === null ? [] : [{ at: piece.at, block: piece.block }])),
    lost: lost.filter(({ from, to }) => to === null || to > from),
    isDamaged,
    tail: isUnfinished ? last.at : null,
  };
}
