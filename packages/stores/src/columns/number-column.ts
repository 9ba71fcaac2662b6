import type { Bytes } from '@oriel/core';
import { grown } from './grow.ts';
import type { PartReader, PartWriter } from './saved-parts.ts';

/** Stands for "no number" among whole numbers. */
const MISSING_WHOLE = 0xffff_ffff;

/** The numbers of a column as they lie in memory. A value that equals `missing`, or is NaN, is none. */
export interface ColumnNumbers {
  readonly values: Uint32Array | Float64Array;
  readonly missing: number;
}

/**
 * Numbers by row, or `null`: times, tokens, dollars. Takes four bytes a row as long as all of them are whole numbers
 * below 2³² − 1, eight from the first other one on, and none until a row is set.
 */
export class NumberColumn {
  #values: Uint32Array | Float64Array = new Uint32Array(0);
  #missing = MISSING_WHOLE;

  get(row: number): number | null {
    const value = this.#values[row];
    return value === undefined || value === this.#missing || Number.isNaN(value) ? null : value;
  }

  set(row: number, value: number | null): void {
    if (row >= this.#values.length) {
      if (value === null) return;
      this.#grow(row + 1);
    }
    if (value !== null && !this.#holds(value)) this.#widen();
    this.#values[row] = value ?? this.#missing;
  }

  /** The sum of the numbers at some rows, added in their order; `null` where none of them has one. */
  sumAt(rows: Uint32Array): number | null {
    const values = this.#values;
    const missing = this.#missing;
    let sum = 0;
    let isAny = false;
    for (const row of rows) {
      const value = values[row];
      if (value === undefined || value === missing || Number.isNaN(value)) continue;
      sum += value;
      isAny = true;
    }
    return isAny ? sum : null;
  }

  /** The numbers of all rows below `count`, to be read at once and not kept. */
  upTo(count: number): ColumnNumbers {
    if (this.#values.length < count) this.#grow(count);
    return { values: this.#values, missing: this.#missing };
  }

  get memoryUsage(): Bytes {
    return this.#values.byteLength;
  }

  save(parts: PartWriter): void {
    parts.numbers('values', this.#values);
  }

  load(parts: PartReader): void {
    const values = parts.numbers('values');
    this.#values =
      values instanceof Uint32Array || values instanceof Float64Array ? values : new Float64Array(values);
    this.#missing = values instanceof Uint32Array ? MISSING_WHOLE : NaN;
  }

  #holds(value: number): boolean {
    if (Number.isNaN(this.#missing)) return true;
    return value >>> 0 === value && value !== MISSING_WHOLE && !Object.is(value, -0);
  }

  #grow(length: number): void {
    const before = this.#values.length;
    this.#values = grown(this.#values, length);
    this.#values.fill(this.#missing, before);
  }

  #widen(): void {
    this.#values = Float64Array.from(this.#values, (value) => (value === MISSING_WHOLE ? NaN : value));
    this.#missing = NaN;
  }
}
