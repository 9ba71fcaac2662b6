import type { Bytes } from '@oriel/core';
import { IntegerColumn } from './integer-column.ts';
import { RowSpace } from './row-space.ts';
import { scratchIntegers } from './scratch.ts';
import type { PartReader, PartWriter } from './saved-parts.ts';

/** Those of some rows that have a place. */
export interface RowsWithPlace {
  /** Which of the rows they are, ascending. */
  readonly places: Uint32Array;
  /** The place of each of them. */
  readonly at: Uint32Array;
  /** Each place is the one behind that before it: what is there can be read as it lies. */
  readonly isRun: boolean;
}

/**
 * Places in columns that only some rows of a table need, as model calls need those for tokens: a row without a place
 * takes nothing in them. Nothing is ever put at place 0, so that rows without one read "no value" there.
 *
 *     row    0  1  2  3  4      place      1  2
 *     place  0  0  1  0  2      tokens  -  7  9
 */
export class RowPlaces {
  readonly #place = new IntegerColumn();
  readonly #space = new RowSpace();

  /** 0 when the row has none. */
  placeOf(row: number): number {
    return this.#place.get(row);
  }

  /** The row's place, a new one if it has none. */
  take(row: number): number {
    const known = this.#place.get(row);
    if (known !== 0) return known;
    const place = this.#space.take() + 1;
    this.#place.set(row, place);
    return place;
  }

  /** Frees a row's place. The caller has emptied it. */
  giveBack(row: number): void {
    const place = this.#place.get(row);
    if (place === 0) return;
    this.#place.set(row, 0);
    this.#space.giveBack(place - 1);
  }

  /** Those of some rows, ascending and different, that have a place. */
  findSome(rows: Uint32Array): RowsWithPlace {
    const all = this.#place.upTo(1 + (rows.at(-1) ?? -1));
    const places = scratchIntegers(rows.length);
    const at = scratchIntegers(rows.length);
    let count = 0;
    for (let i = 0; i < rows.length; i += 1) {
      const place = all[rows[i] ?? 0] ?? 0;
      // Written in any case and kept by counting: which rows have a place is nothing a processor can guess.
      places[count] = i;
      at[count] = place;
      count = (count + Number(place !== 0)) | 0;
    }
    return { places: places.subarray(0, count), at: at.subarray(0, count), isRun: isRun(at, count) };
  }

  /** The place of every row, to be read at once and not kept. */
  get column(): IntegerColumn {
    return this.#place;
  }

  get memoryUsage(): Bytes {
    return this.#place.memoryUsage + this.#space.memoryUsage;
  }

  save(parts: PartWriter): void {
    this.#place.save(parts.under('place'));
    this.#space.save(parts.under('space'));
  }

  load(parts: PartReader): void {
    this.#place.load(parts.under('place'));
    this.#space.load(parts.under('space'));
  }
}

function isRun(places: Uint32Array, count: number): boolean {
  const first = places[0] ?? 0;
  for (let i = 1; i < count; i += 1) if (places[i] !== first + i) return false;
  return true;
}
