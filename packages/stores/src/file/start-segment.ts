import { join } from 'node:path';
import type { PatchRef } from '../log/patch-log.ts';
import { SegmentIndex } from './segment-index.ts';
import { formatSegmentName } from './segment-name.ts';
import { SegmentWriter } from './segment-writer.ts';
import type { OpenAppendFile } from './segment-writer.ts';
import type { Segment } from './segment.ts';
import { segmentStart } from './write-segment.ts';

/** A segment that is appended to. */
export interface StartedSegment {
  readonly segment: Segment;
  readonly writer: SegmentWriter;
}

/** Where segments are made. */
export interface SegmentPlace {
  readonly folder: string;
  readonly openFile: OpenAppendFile;
}

/** Goes on with the segment that was being written when the log was closed, or its process died. */
export async function continueSegment({ openFile }: SegmentPlace, segment: Segment): Promise<StartedSegment> {
  const file = await openFile(segment.path);
  // A killed process may have left whole batches that the disk does not have yet; they are shown from now on.
  await file.sync();
  return { segment, writer: new SegmentWriter(file, segment.bytes) };
}

/** Makes the next segment. */
export async function beginSegment(
  { folder, openFile }: SegmentPlace,
  number: number,
  firstRef: PatchRef,
): Promise<StartedSegment> {
  const name = { first: number, last: number, generation: 0 };
  const path = join(folder, formatSegmentName(name));
  const writer = new SegmentWriter(await openFile(path), 0);
  try {
    await writer.append(segmentStart(firstRef));
  } catch (error) {
    await writer.close();
    throw error;
  }
  const bytes = writer.length;
  return { segment: { name, path, index: new SegmentIndex(), firstRef, bytes, forgotten: 0 }, writer };
}
