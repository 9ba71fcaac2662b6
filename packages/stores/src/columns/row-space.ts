import type { Bytes } from '@oriel/core';
import type { PartReader, PartWriter } from './saved-parts.ts';

/** Which rows of a table are in use. Rows that were given back are used again. */
export class RowSpace {
  #end = 0;
  readonly #free: number[] = [];
  #inUse: Uint32Array | null = null;

  take(): number {
    this.#inUse = null;
    return this.#free.pop() ?? this.#end++;
  }

  giveBack(row: number): void {
    this.#inUse = null;
    this.#free.push(row);
  }

  /** How many rows are in use. */
  get count(): number {
    return this.#end - this.#free.length;
  }

  /** The rows in use, ascending. Made once between two changes; not to be written to. */
  get inUse(): Uint32Array {
    this.#inUse ??= this.#list();
    return this.#inUse;
  }

  get memoryUsage(): Bytes {
    return this.#free.length * 8 + (this.#inUse?.byteLength ?? 0);
  }

  save(parts: PartWriter): void {
    parts.json('end', this.#end);
    parts.numbers('free', Uint32Array.from(this.#free));
  }

  load(parts: PartReader): void {
    this.#end = parts.json('end') as number;
    for (const row of parts.integers('free')) this.#free.push(row);
    this.#inUse = null;
  }

  #list(): Uint32Array {
    const isFree = new Uint8Array(this.#end);
    for (const row of this.#free) isFree[row] = 1;
    const rows = new Uint32Array(this.count);
    let count = 0;
    for (let row = 0; row < this.#end; row += 1) if (isFree[row] === 0) rows[count++] = row;
    return rows;
  }
}
