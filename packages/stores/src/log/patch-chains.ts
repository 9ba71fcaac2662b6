import type { Bytes } from '@oriel/core';
import { IntegerColumn } from '../columns/integer-column.ts';
import { RowSpace } from '../columns/row-space.ts';
import type { PartReader, PartWriter } from '../columns/saved-parts.ts';
import type { PatchRef } from './patch-log.ts';

/**
 * The patches of each row of a table. Most rows have one, kept beside the row; earlier ones hang on it as a chain.
 *
 *     row 7 ─▶ 912 ─▶ 640 ─▶ 12
 */
export class PatchChains {
  /** The newest patch + 1. */
  readonly #newest = new IntegerColumn();
  /** The link to the patch before it + 1. */
  readonly #earlier = new IntegerColumn();
  readonly #links = new RowSpace();
  readonly #linkRef = new IntegerColumn();
  readonly #linkNext = new IntegerColumn();

  /** Hangs a patch on a row. */
  push(row: number, ref: PatchRef): void {
    const newest = this.#newest.get(row);
    if (newest !== 0) {
      const link = this.#links.take();
      this.#linkRef.set(link, newest - 1);
      this.#linkNext.set(link, this.#earlier.get(row));
      this.#earlier.set(row, link + 1);
    }
    this.#newest.set(row, ref + 1);
  }

  /** Every patch of a row, the newest first; appended to `refs`. */
  collect(row: number, refs: PatchRef[]): void {
    const newest = this.#newest.get(row);
    if (newest === 0) return;
    refs.push(newest - 1);
    for (let link = this.#earlier.get(row); link !== 0; link = this.#linkNext.get(link - 1)) {
      refs.push(this.#linkRef.get(link - 1));
    }
  }

  /** The patch of a row that has one; `null` for rows that have several or none. */
  only(row: number): PatchRef | null {
    const newest = this.#newest.get(row);
    return newest !== 0 && this.#earlier.get(row) === 0 ? newest - 1 : null;
  }

  /** The patch that was hung on a row last; `null` for a row without. */
  newest(row: number): PatchRef | null {
    return this.isEmpty(row) ? null : this.#newest.get(row) - 1;
  }

  /** Whether a row has so many patches, two at least. */
  isLong(row: number, least: number): boolean {
    let count = 1;
    for (let link = this.#earlier.get(row); link !== 0 && count < least; count += 1) {
      link = this.#linkNext.get(link - 1);
    }
    return count >= least;
  }

  isEmpty(row: number): boolean {
    return this.#newest.get(row) === 0;
  }

  clear(row: number): void {
    for (let link = this.#earlier.get(row); link !== 0; link = this.#linkNext.get(link - 1)) {
      this.#links.giveBack(link - 1);
    }
    this.#earlier.set(row, 0);
    this.#newest.set(row, 0);
  }

  save(parts: PartWriter): void {
    this.#newest.save(parts.under('newest'));
    this.#earlier.save(parts.under('earlier'));
    this.#links.save(parts.under('links'));
    this.#linkRef.save(parts.under('linkRef'));
    this.#linkNext.save(parts.under('linkNext'));
  }

  load(parts: PartReader): void {
    this.#newest.load(parts.under('newest'));
    this.#earlier.load(parts.under('earlier'));
    this.#links.load(parts.under('links'));
    this.#linkRef.load(parts.under('linkRef'));
    this.#linkNext.load(parts.under('linkNext'));
  }

  get memoryUsage(): Bytes {
    const columns = [this.#newest, this.#earlier, this.#linkRef, this.#linkNext];
    return this.#links.memoryUsage + columns.reduce((bytes, column) => bytes + column.memoryUsage, 0);
  }
}
