import { checksum } from '@oriel/core';
import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';

/**
 * A block is what a log is made of: many patches in one run of bytes, each found and checked without the others. All
 * numbers are little-endian.
 *
 *      0  u32  "ORLB"
 *      4  u32  checksum of bytes 8 … 31
 *      8  u8   version of the format
 *      9  u8   kind
 *     10  u16  0
 *     12  u32  ref of the first entry; the others follow
 *     16  u32  how many entries
 *     20  u32  length of their bytes together
 *     24  u32  checksum of the table
 *     28  u32  0
 *     32  the table, 8 bytes an entry:  u32 where its bytes end · u32 their checksum
 *      …  the entries' bytes, JSON in UTF-8, one behind the other; none for an entry that was forgotten
 *
 * A head has bytes that are zero and JSON has none, so whatever clients send, their text never passes for a head: behind
 * damage, the next head is where the next block begins.
 */
export interface BlockHead {
  /**
   * - `patches`: an entry is a patch.
   * - `forgotten`: its one entry says which refs and traces were forgotten. It has a ref of its own, so what
   *   happened before and after it is plain from the refs.
   */
  readonly kind: BlockKind;
  readonly firstRef: PatchRef;
  readonly count: number;
  /** Length of the entries' bytes together. */
  readonly contentLength: Bytes;
  readonly tableChecksum: number;
}

const KINDS = ['patches', 'forgotten'] as const;
export type BlockKind = (typeof KINDS)[number];

export const HEAD_BYTES: Bytes = 32;
export const TABLE_ENTRY_BYTES: Bytes = 8;

const MAGIC = 0x424c524f;
const VERSION = 1;

/** Length of the whole block. */
export function blockLength({ count, contentLength }: BlockHead): Bytes {
  return HEAD_BYTES + count * TABLE_ENTRY_BYTES + contentLength;
}

/** Writes a head at the beginning of a block's bytes. */
export function writeHead(block: Uint8Array, head: BlockHead): void {
  const view = viewOf(block);
  view.setUint32(0, MAGIC, true);
  view.setUint8(8, VERSION);
  view.setUint8(9, KINDS.indexOf(head.kind));
  view.setUint32(12, head.firstRef, true);
  view.setUint32(16, head.count, true);
  view.setUint32(20, head.contentLength, true);
  view.setUint32(24, head.tableChecksum, true);
  view.setUint32(4, checksum(block.subarray(8, HEAD_BYTES)), true);
}

/** The head at the beginning of some bytes; `null` when there is none, or not a whole one. */
export function readHead(bytes: Uint8Array): BlockHead | null {
  if (bytes.length < HEAD_BYTES) return null;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== MAGIC) return null;
  if (view.getUint32(4, true) !== checksum(bytes.subarray(8, HEAD_BYTES))) return null;
  const kind = KINDS[view.getUint8(9)];
  if (view.getUint8(8) !== VERSION || kind === undefined) return null;
  return {
    kind,
    firstRef: view.getUint32(12, true),
    count: view.getUint32(16, true),
    contentLength: view.getUint32(20, true),
    tableChecksum: view.getUint32(24, true),
  };
}

/** Where the next head begins at or behind `from`; -1 when no whole one does. */
export function findHead(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(MAGIC & 0xff, from); at >= 0; at = bytes.indexOf(MAGIC & 0xff, at + 1)) {
    if (readHead(bytes.subarray(at, at + HEAD_BYTES)) !== null) return at;
  }
  return -1;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
