import type { Bytes } from '@oriel/core';
import { grown } from './grow.ts';
import type { PartReader, PartWriter } from './saved-parts.ts';

/**
 * Whole numbers from 0 to 2³² − 1 by row: codes of dictionaries, rows of tables, flags. Rows nobody set hold 0. Takes one,
 * two or four bytes a row, whatever its largest value needs, and none until a row is set to something else than 0.
 */
export class IntegerColumn {
  #values: Uint8Array | Uint16Array | Uint32Array = new Uint8Array(0);

  get(row: number): number {
    return this.#values[row] ?? 0;
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) {
      if (value === 0) return;
      this.#values = grown(this.#values, row + 1);
    }
    if (value > 0xff && value >= 2 ** (8 * this.#values.BYTES_PER_ELEMENT)) this.#widen(value);
    this.#values[row] = value;
  }

  /** The values of all rows below `count`, to be read at once and not kept. */
  upTo(count: number): Uint8Array | Uint16Array | Uint32Array {
    if (this.#values.length < count) this.#values = grown(this.#values, count);
    return this.#values;
  }

  get memoryUsage(): Bytes {
    return this.#values.byteLength;
  }

  save(parts: PartWriter): void {
    parts.numbers('values', this.#values);
  }

  load(parts: PartReader): void {
    this.#values = parts.integers('values');
  }

  #widen(value: number): void {
    const wider = value > 0xffff ? Uint32Array : Uint16Array;
    this.#values = new wider(this.#values);
  }
}
