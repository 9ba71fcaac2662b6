import { checksum } from '@oriel/core';
import type { SavedPart } from '../columns/saved-parts.ts';
import { viewOf } from '../segments/block-head.ts';
import type { Snapshot } from './take-snapshot.ts';

/**
 * A snapshot as a list of byte runs, to be written one behind the other into a file or a record:
 *
 *      0  u32  "ORLS"
 *      4  u32  length of the index
 *      8  u32  checksum of the index
 *     12  u32  byte order: 1, as this machine writes it
 *     16  the index, JSON in UTF-8: { nextRef, parts: [[name, type, length, checksum], …] }
 *      …  the parts' bytes, in the order of the index
 */
export interface SnapshotIndex {
  readonly nextRef: number;
  readonly parts: readonly (readonly [
    name: string,
    type: SavedPart['type'],
    length: number,
    checksum: number,
  ])[];
}

export const SNAPSHOT_MAGIC = 0x534c524f;
export const SNAPSHOT_HEAD_BYTES = 16;

export interface EncodeOptions {
  /** {@link checksum}, or the same made faster by the machine. */
  readonly sum?: ((bytes: Uint8Array) => number) | undefined;
  /** Awaited between two parts, so that others have their turn. Default: nobody has. */
  readonly pause?: (() => Promise<unknown>) | undefined;
}

/** The first run is the head with the index, the others are the parts. */
export async function encodeSnapshot(
  { nextRef, parts }: Snapshot,
  { sum = checksum, pause }: EncodeOptions = {},
): Promise<Uint8Array[]> {
  const rows: SnapshotIndex['parts'][number][] = [];
  for (const { name, type, bytes } of parts) {
    rows.push([name, type, bytes.length, sum(bytes)]);
    await pause?.();
  }
  const index: SnapshotIndex = { nextRef, parts: rows };
  const text = new TextEncoder().encode(JSON.stringify(index));
  const head = new Uint8Array(SNAPSHOT_HEAD_BYTES + text.length);
  head.set(text, SNAPSHOT_HEAD_BYTES);
  const view = viewOf(head);
  view.setUint32(0, SNAPSHOT_MAGIC, true);
  view.setUint32(4, text.length, true);
  view.setUint32(8, checksum(text), true);
  head.set(new Uint8Array(Uint32Array.of(1).buffer), 12);
  return [head, ...parts.map(({ bytes }) => bytes)];
}
