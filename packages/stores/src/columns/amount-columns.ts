import { sumAmounts } from '@oriel/core';
import type { Bytes } from '@oriel/core';
import { NumberColumn } from './number-column.ts';
import type { RowPlaces } from './row-places.ts';
import type { PartReader, PartWriter } from './saved-parts.ts';

/** Keys with a column of their own. Usage has three to eight keys in practice. */
const MAX_COLUMNS = 16;

/** An entry of a `Map` and a small object, measured in V8. */
const REST_BYTES = 150;

/**
 * Maps of amounts by row, such as tokens or dollars: a column for each of the first keys, an object for the rest. Rows
 * without amounts have no place in the columns; whoever gives `places` shares them with others, and saves them.
 */
export class AmountColumns {
  readonly places: RowPlaces;
  readonly #columns = new Map<string, NumberColumn>();
  readonly #rest = new Map<number, Readonly<Record<string, number>>>();
  #lacksTotals = false;

  constructor(places: RowPlaces) {
    this.places = places;
  }

  get(row: number): Record<string, number> {
    const place = this.places.placeOf(row);
    if (place === 0) return {};
    const amounts: [string, number][] = [];
    for (const [key, column] of this.#columns) {
      const amount = column.get(place);
      if (amount !== null) amounts.push([key, amount]);
    }
    const rest = this.#rest.get(row);
    return Object.fromEntries(rest ? [...amounts, ...Object.entries(rest)] : amounts);
  }

  set(row: number, amounts: Readonly<Record<string, number>>): void {
    const keys = Object.keys(amounts);
    const place = keys.length === 0 ? this.places.placeOf(row) : this.places.take(row);
    if (place === 0) return;
    for (const [key, column] of this.#columns) {
      const amount = Object.hasOwn(amounts, key) ? amounts[key] : undefined;
      column.set(place, typeof amount === 'number' ? amount : null);
    }
    this.#rest.delete(row);
    if (keys.length > 0 && !keys.includes('total')) this.#lacksTotals = true;
    for (const key of keys) {
      const amount = amounts[key];
      if (!this.#columns.has(key) || typeof amount !== 'number') this.#setNew(row, place, key, amount ?? 0);
    }
  }

  clear(row: number): void {
    this.set(row, {});
  }

  /** The keys that have a column, by place. */
  get columns(): readonly (readonly [string, NumberColumn])[] {
    return [...this.#columns];
  }

  /** Whether some row ever had amounts, but none under `total`. */
  get lacksTotals(): boolean {
    return this.#lacksTotals;
  }

  /** Whether some row has a key without a column, so that columns do not tell all. */
  get hasRest(): boolean {
    return this.#rest.size > 0;
  }

  /** The sums over rows, key by key. */
  sumOf(rows: ArrayLike<number> & Iterable<number>): Record<string, number> {
    const all = new Uint32Array(rows.length);
    let count = 0;
    for (let index = 0; index < rows.length; index += 1) {
      const place = this.places.placeOf(rows[index] ?? 0);
      if (place !== 0) all[count++] = place;
    }
    if (count === 0) return {};
    const places = all.subarray(0, count);
    const sums: [string, number][] = [];
    for (const [key, column] of this.#columns) {
      const sum = column.sumAt(places);
      if (sum !== null) sums.push([key, sum]);
    }
    const rest = this.#rest.size === 0 ? [] : Array.from(rows, (row) => this.#rest.get(row) ?? {});
    return sumAmounts([Object.fromEntries(sums), ...rest]);
  }

  get memoryUsage(): Bytes {
    let bytes = this.#rest.size * REST_BYTES;
    for (const column of this.#columns.values()) bytes += column.memoryUsage;
    return bytes;
  }

  save(parts: PartWriter): void {
    parts.json('keys', [...this.#columns.keys()]);
    parts.json('rest', [...this.#rest]);
    parts.json('lacksTotals', this.#lacksTotals);
    for (const [key, column] of this.#columns) column.save(parts.under(key));
  }

  load(parts: PartReader): void {
    this.#lacksTotals = parts.json('lacksTotals') as boolean;
    for (const key of parts.json('keys') as string[]) {
      const column = new NumberColumn();
      column.load(parts.under(key));
      this.#columns.set(key, column);
    }
    for (const [row, amounts] of parts.json('rest') as [number, Record<string, number>][]) {
      this.#rest.set(row, amounts);
    }
  }

  #setNew(row: number, place: number, key: string, amount: number): void {
    if (typeof amount === 'number' && this.#columns.size < MAX_COLUMNS) {
      const column = new NumberColumn();
      column.set(place, amount);
      this.#columns.set(key, column);
    } else {
      this.#rest.set(row, Object.fromEntries([...Object.entries(this.#rest.get(row) ?? {}), [key, amount]]));
    }
  }
}
