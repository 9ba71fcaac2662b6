import { checksum } from '@oriel/core';
import type { SavedPart } from '../columns/saved-parts.ts';
import { viewOf } from '../segments/block-head.ts';
import { SNAPSHOT_HEAD_BYTES, SNAPSHOT_MAGIC } from './encode-snapshot.ts';
import type { SnapshotIndex } from './encode-snapshot.ts';
import type { Snapshot } from './take-snapshot.ts';

/** What `encodeSnapshot` made, its runs joined; `null` when a single byte of it is not as it was. */
export function decodeSnapshot(bytes: Uint8Array, sumOf = checksum): Snapshot | null {
  const index = readIndex(bytes);
  if (index === null) return null;
  const parts: SavedPart[] = [];
  let at = SNAPSHOT_HEAD_BYTES + viewOf(bytes).getUint32(4, true);
  for (const [name, type, length, sum] of index.parts) {
    const part = bytes.subarray(at, at + length);
    if (part.length !== length || sumOf(part) !== sum) return null;
    parts.push({ name, type, bytes: part });
    at += length;
  }
  return at === bytes.length ? { nextRef: index.nextRef, parts } : null;
}

function readIndex(bytes: Uint8Array): SnapshotIndex | null {
  if (bytes.length < SNAPSHOT_HEAD_BYTES) return null;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== SNAPSHOT_MAGIC) return null;
  // Numbers lie in the byte order of the machine that wrote them.
  if (new Uint32Array(new Uint8Array(bytes.subarray(12, 16)).buffer)[0] !== 1) return null;
  const text = bytes.subarray(SNAPSHOT_HEAD_BYTES, SNAPSHOT_HEAD_BYTES + view.getUint32(4, true));
  if (checksum(text) !== view.getUint32(8, true)) return null;
  return JSON.parse(new TextDecoder().decode(text)) as SnapshotIndex;
}
