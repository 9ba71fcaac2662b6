import type { Bytes } from '@oriel/core';
import type { Segment } from './segment.ts';

/** A segment of which this share was forgotten is worth writing anew. */
const FORGOTTEN_SHARE = 0.3;
/** Blocks smaller than this on average make a large index and slow reading of a trace. */
const SMALL_BLOCK: Bytes = 8 * 1024;
const MANY_BLOCKS = 256;
/** So many small neighbours are worth joining. */
const SMALL_SEGMENTS = 4;

/**
 * Which neighbours to write anew next, of sealed segments in ascending order; none when all is well. Each plan makes less to
 * do, so planning until nothing comes out ends.
 */
export function planCompaction(segments: readonly Segment[], segmentBytes: Bytes): readonly Segment[] {
  const worn = segments.find(isWorn);
  if (worn) return [worn];
  for (let from = 0; from < segments.length; from += 1) {
    const run = smallRun(segments.slice(from), segmentBytes);
    if (run.length >= SMALL_SEGMENTS) return run;
  }
  return [];
}

function isWorn({ index, forgotten, bytes }: Segment): boolean {
  if (forgotten > 0 && forgotten >= index.entries * FORGOTTEN_SHARE) return true;
  return index.blocks >= MANY_BLOCKS && bytes / index.blocks < SMALL_BLOCK && isSplit(index);
}

/** A segment that was joined already has small blocks only where its refs have gaps. */
function isSplit({ blocks, entries }: Segment['index']): boolean {
  return entries / blocks < 8;
}

/** The segments from the first on that fit into one together, each of them small. */
function smallRun(segments: readonly Segment[], segmentBytes: Bytes): readonly Segment[] {
  let bytes = 0;
  const end = segments.findIndex((segment) => {
    bytes += segment.bytes;
    return segment.bytes > segmentBytes / 4 || bytes > segmentBytes;
  });
  return end < 0 ? segments : segments.slice(0, end);
}
