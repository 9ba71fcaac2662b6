import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';

/** Where a segment is, how many refs it covers and how long it is: its key in the database. */
export interface SegmentEntry {
  readonly first: PatchRef;
  readonly count: number;
  readonly bytes: Bytes;
}

export function segmentKey({ first, count, bytes }: SegmentEntry): IDBValidKey {
  return [first, count, bytes];
}

export function readSegmentKey(key: IDBValidKey): SegmentEntry {
  const [first = 0, count = 0, bytes = 0] = key as readonly number[];
  return { first, count, bytes };
}

/** The segments there are, by ref. A tab's copy may be old: another tab may have joined some since. */
export class SegmentDirectory {
  #entries: SegmentEntry[] = [];

  get entries(): readonly SegmentEntry[] {
    return this.#entries;
  }

  /** The segment that covers a ref. */
  find(ref: PatchRef): SegmentEntry | undefined {
    const entry = this.#entries[this.#place(ref)];
    return entry !== undefined && ref < entry.first + entry.count ? entry : undefined;
  }

  /** Whether a segment is listed with just these numbers. */
  has({ first, count, bytes }: SegmentEntry): boolean {
    const entry = this.#entries[this.#place(first)];
    return entry?.first === first && entry.count === count && entry.bytes === bytes;
  }

  /** Adds a segment; those with refs that it covers make way for it, and are the answer. */
  add(entry: SegmentEntry): readonly SegmentEntry[] {
    const end = entry.first + entry.count;
    let from = this.#place(entry.first);
    const before = this.#entries[from];
    if (before === undefined || before.first + before.count <= entry.first) from += 1;
    let to = from;
    while ((this.#entries[to]?.first ?? Infinity) < end) to += 1;
    return this.#entries.splice(from, to - from, entry);
  }

  replaceAll(entries: readonly SegmentEntry[]): void {
    this.#entries = [...entries];
  }

  /** The last segment that begins at or before a ref; -1 when none does. */
  #place(ref: PatchRef): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.first ?? Infinity) <= ref) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
