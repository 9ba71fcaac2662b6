import { checksum } from '@oriel/core';
import type { SavedPart } from '../columns/saved-parts.ts';
import { viewOf } from '../segments/block-head.ts';
import { SNAPSHOT_HEAD_BYTES, SNAPSHOT_MAGIC } from './encode-snapshot.ts';
import type { SnapshotIndex } from './encode-snapshot.ts';
import type { Snapshot } from './take-snapshot.ts';

/** What `encodeSnapshot` made, its runs joined; `null` when a single byte of it is not as it was. */
export function decodeSnapshot(bytes: Uint8Array, sumOf = checksum): Snapshot | null {
  const decoder = new SnapshotDecoder(sumOf);
  decoder.add(bytes);
  return decoder.finish();
}

/**
 * Puts a snapshot together of runs of its bytes, cut anywhere, so that one is checked and copied while the next is
 * read. Each part gets bytes of its own: columns are made of them without another copy, and what is not needed
 * any more can be freed.
 */
export class SnapshotDecoder {
  readonly #sumOf: typeof checksum;
  readonly #parts: SavedPart[] = [];
  /** Bytes so far of a head and index that are not whole. */
  #head: Uint8Array = new Uint8Array();
  #index: SnapshotIndex | null = null;
  #isDamaged = false;
  /** The part under way, and how much of it is there. */
  #part: Uint8Array<ArrayBuffer> = new Uint8Array();
  #filled = 0;

  constructor(sumOf = checksum) {
    this.#sumOf = sumOf;
  }

  /** The next bytes, which are copied. */
  add(run: Uint8Array): void {
    let rest = this.#index === null ? this.#readIndex(run) : run;
    while (rest.length > 0 && !this.#isDamaged) {
      if (this.#index === null || this.#parts.length === this.#index.parts.length) {
        this.#isDamaged = true;
        return;
      }
      const taken = rest.subarray(0, this.#part.length - this.#filled);
      this.#part.set(taken, this.#filled);
      this.#filled += taken.length;
      rest = rest.subarray(taken.length);
      this.#closeFull(this.#index);
    }
  }

  /** `null` when a byte is missing, too many, or not as it was. */
  finish(): Snapshot | null {
    if (this.#isDamaged || this.#index === null) return null;
    const { nextRef, parts } = this.#index;
    return this.#parts.length === parts.length ? { nextRef, parts: this.#parts } : null;
  }

  /** What of the run is behind the index. */
  #readIndex(run: Uint8Array): Uint8Array {
    this.#head = this.#head.length === 0 ? run : joined(this.#head, run);
    if (this.#head.length < SNAPSHOT_HEAD_BYTES) return NOTHING;
    const end = SNAPSHOT_HEAD_BYTES + viewOf(this.#head).getUint32(4, true);
    if (this.#head.length < end) return NOTHING;
    this.#index = readIndex(this.#head);
    const rest = this.#head.subarray(end);
    this.#head = NOTHING;
    if (this.#index === null) this.#isDamaged = true;
    else this.#open(this.#index);
    return rest;
  }

  #open(index: SnapshotIndex): void {
    const next = index.parts[this.#parts.length];
    this.#part = new Uint8Array(next?.[2] ?? 0);
    this.#filled = 0;
    if (next !== undefined) this.#closeFull(index);
  }

  #closeFull(index: SnapshotIndex): void {
    const next = index.parts[this.#parts.length];
    if (next === undefined || this.#filled < this.#part.length) return;
    const [name, type, , sum] = next;
    if (this.#sumOf(this.#part) !== sum) {
      this.#isDamaged = true;
      return;
    }
    this.#parts.push({ name, type, bytes: this.#part });
    this.#open(index);
  }
}

const NOTHING = new Uint8Array();

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function readIndex(bytes: Uint8Array): SnapshotIndex | null {
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== SNAPSHOT_MAGIC) return null;
  // Numbers lie in the byte order of the machine that wrote them.
  if (new Uint32Array(new Uint8Array(bytes.subarray(12, 16)).buffer)[0] !== 1) return null;
  const text = bytes.subarray(SNAPSHOT_HEAD_BYTES, SNAPSHOT_HEAD_BYTES + view.getUint32(4, true));
  if (checksum(text) !== view.getUint32(8, true)) return null;
  return JSON.parse(new TextDecoder().decode(text)) as SnapshotIndex;
}
