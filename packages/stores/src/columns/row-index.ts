import type { Bytes } from '@oriel/core';
import type { PartReader, PartWriter } from './saved-parts.ts';

const EMPTY = 0;
const GONE = 0xffff_ffff;
const FIRST_SLOTS = 64;

/**
 * Finds rows by a hash of what is in them: open addressing over one typed array, about eight bytes a row. What is in a
 * row is not kept a second time, so the caller compares.
 */
export class RowIndex {
  /** A row + 1, {@link EMPTY} or {@link GONE}. */
  #slots = new Uint32Array(FIRST_SLOTS);
  /** Slots that are not empty. */
  #used = 0;
  #count = 0;
  readonly #hashOf: (row: number) => number;

  constructor(hashOf: (row: number) => number) {
    this.#hashOf = hashOf;
  }

  /** The row with this hash that `isIt`; -1 when there is none. */
  find(hash: number, isIt: (row: number) => boolean): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = spread(hash) & mask; ; at = (at + 1) & mask) {
      const slot = slots[at] ?? EMPTY;
      if (slot === EMPTY) return -1;
      if (slot !== GONE && isIt(slot - 1)) return slot - 1;
    }
  }

  /** Adds a row that is not in the index. */
  add(row: number): void {
    if ((this.#used + 1) * 10 > this.#slots.length * 7) this.#rebuild();
    this.#place(row);
    this.#used += 1;
    this.#count += 1;
  }

  /** Takes a row out, as long as what is in it can still be hashed. */
  remove(row: number): void {
    const mask = this.#slots.length - 1;
    let at = spread(this.#hashOf(row)) & mask;
    while (this.#slots[at] !== row + 1) {
      if (this.#slots[at] === EMPTY) return;
      at = (at + 1) & mask;
    }
    this.#slots[at] = GONE;
    this.#count -= 1;
  }

  get memoryUsage(): Bytes {
    return this.#slots.byteLength;
  }

  save(parts: PartWriter): void {
    parts.numbers('slots', this.#slots);
    parts.json('counts', [this.#used, this.#count]);
  }

  load(parts: PartReader): void {
    this.#slots = parts.words('slots');
    const [used = 0, count = 0] = parts.json('counts') as number[];
    this.#used = used;
    this.#count = count;
  }

  #place(row: number): void {
    const mask = this.#slots.length - 1;
    let at = spread(this.#hashOf(row)) & mask;
    while (this.#slots[at] !== EMPTY) at = (at + 1) & mask;
    this.#slots[at] = row + 1;
  }

  /** Room for more rows; slots of rows that are gone become empty again. */
  #rebuild(): void {
    const before = this.#slots;
    const isCrowded = this.#count * 2 >= before.length;
    this.#slots = new Uint32Array(isCrowded ? before.length * 2 : before.length);
    for (const slot of before) if (slot !== EMPTY && slot !== GONE) this.#place(slot - 1);
    this.#used = this.#count;
  }
}

/** Neighbouring hashes to slots far apart. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
