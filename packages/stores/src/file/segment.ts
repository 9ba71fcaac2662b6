import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import type { SegmentIndex } from './segment-index.ts';
import type { SegmentName } from './segment-name.ts';

/** One file of the log. */
export interface Segment {
  readonly name: SegmentName;
  readonly path: string;
  readonly index: SegmentIndex;
  /** No patch of it has a lower ref. */
  readonly firstRef: PatchRef;
  /** Length of the file. */
  bytes: Bytes;
  /** How many of its patches were forgotten since it was written, at most. */
  forgotten: number;
}

/** The segment that a ref belongs to, of segments in ascending order. */
export function segmentOf(segments: readonly Segment[], ref: PatchRef): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.firstRef ?? 0) <= ref) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}
