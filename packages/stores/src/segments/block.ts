import { checksum } from '@oriel/core';
import type { Bytes, Patch } from '@oriel/core';
import { blockLength, HEAD_BYTES, readHead, TABLE_ENTRY_BYTES, viewOf } from './block-head.ts';
import type { BlockHead } from './block-head.ts';

const decoder = new TextDecoder();

/** One entry of a block. */
export type Entry =
  | { readonly state: 'kept'; readonly bytes: Uint8Array; text(): string }
  /** Its trace was deleted and the block was rewritten without it. */
  | { readonly state: 'forgotten' }
  /** Its bytes are not the ones that were written. */
  | { readonly state: 'damaged' };

/** A whole block in memory. Entries are read one by one, each checked when it is read. */
export class Block {
  readonly head: BlockHead;
  /** All of it, head and table included. */
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  private constructor(head: BlockHead, bytes: Uint8Array) {
    this.head = head;
    this.bytes = bytes;
    this.#view = viewOf(bytes);
  }

  /** The block at the beginning of some bytes; `null` when its head or table is damaged, or its end is missing. */
  static open(bytes: Uint8Array): Block | null {
    const head = readHead(bytes);
    if (head === null || bytes.length < blockLength(head)) return null;
    const tableEnd = HEAD_BYTES + head.count * TABLE_ENTRY_BYTES;
    if (checksum(bytes.subarray(HEAD_BYTES, tableEnd)) !== head.tableChecksum) return null;
    return new Block(head, bytes.subarray(0, blockLength(head)));
  }

  get length(): Bytes {
    return this.bytes.length;
  }

  /** `index` counts from 0, below `head.count`. */
  read(index: number): Entry {
    const content = HEAD_BYTES + this.head.count * TABLE_ENTRY_BYTES;
    const at = HEAD_BYTES + index * TABLE_ENTRY_BYTES;
    const start = index === 0 ? 0 : this.#view.getUint32(at - TABLE_ENTRY_BYTES, true);
    const end = this.#view.getUint32(at, true);
    if (start === end) return { state: 'forgotten' };
    const bytes = this.bytes.subarray(content + start, content + end);
    if (checksum(bytes) !== this.#view.getUint32(at + 4, true)) return { state: 'damaged' };
    return { state: 'kept', bytes, text: () => decoder.decode(bytes) };
  }

  /** `undefined` when it was forgotten or is damaged. */
  patch(index: number): Patch | undefined {
    const entry = this.read(index);
    return entry.state === 'kept' ? (JSON.parse(entry.text()) as Patch) : undefined;
  }

  /** Places of the entries whose bytes are not the ones that were written. */
  damage(): number[] {
    const places: number[] = [];
    for (let index = 0; index < this.head.count; index += 1) {
      if (this.read(index).state === 'damaged') places.push(index);
    }
    return places;
  }
}
