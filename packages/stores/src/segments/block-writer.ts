import { checksum } from '@oriel/core';
import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import { HEAD_BYTES, TABLE_ENTRY_BYTES, viewOf, writeHead } from './block-head.ts';
import type { BlockKind } from './block-head.ts';

const encoder = new TextEncoder();

/** UTF-8 takes three bytes for a UTF-16 unit at most. */
const MAX_UNIT_BYTES = 3;

/** Fills one block with a known number of entries. */
export class BlockWriter {
  readonly #kind: BlockKind;
  readonly #firstRef: PatchRef;
  readonly #count: number;
  readonly #contentStart: number;
  #bytes: Uint8Array;
  #view: DataView;
  #entries = 0;
  #end: number;

  /** `room` is about how many bytes the entries will have. */
  constructor(kind: BlockKind, firstRef: PatchRef, count: number, room: Bytes) {
    this.#kind = kind;
    this.#firstRef = firstRef;
    this.#count = count;
    this.#contentStart = HEAD_BYTES + count * TABLE_ENTRY_BYTES;
    this.#end = this.#contentStart;
    this.#bytes = new Uint8Array(this.#contentStart + room);
    this.#view = viewOf(this.#bytes);
  }

  addText(text: string): void {
    this.#makeRoom(text.length * MAX_UNIT_BYTES);
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(this.#end));
    this.#close(written);
  }

  /** No bytes are a forgotten entry. */
  addBytes(entry: Uint8Array): void {
    this.#makeRoom(entry.length);
    this.#bytes.set(entry, this.#end);
    this.#close(entry.length);
  }

  /** The whole block, once every entry was added. */
  finish(): Uint8Array {
    const block = this.#bytes.subarray(0, this.#end);
    writeHead(block, {
      kind: this.#kind,
      firstRef: this.#firstRef,
      count: this.#count,
      contentLength: this.#end - this.#contentStart,
      tableChecksum: checksum(block.subarray(HEAD_BYTES, this.#contentStart)),
    });
    return block;
  }

  #close(length: number): void {
    const sum = checksum(this.#bytes.subarray(this.#end, this.#end + length));
    this.#end += length;
    const at = HEAD_BYTES + this.#entries * TABLE_ENTRY_BYTES;
    this.#view.setUint32(at, this.#end - this.#contentStart, true);
    this.#view.setUint32(at + 4, sum, true);
    this.#entries += 1;
  }

  #makeRoom(length: number): void {
    if (this.#end + length <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#end + length, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = viewOf(larger);
  }
}
