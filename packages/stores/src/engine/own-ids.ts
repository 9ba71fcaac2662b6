import type { Bytes, JsonObject } from '@oriel/core';
import type { PartReader, PartWriter } from '../columns/saved-parts.ts';

/** An entry in both maps with its sets, measured in V8. */
const ENTRY_BYTES = 400;

/** Which traces carry an id of the host's own in their metadata, under keys that the host declared. */
export class OwnIds {
  readonly #keys: readonly string[];
  readonly #rowsById = new Map<string, Set<number>>();
  readonly #idsByRow = new Map<number, readonly string[]>();

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  /** False when the host declared no keys, so that nobody need look for ids. */
  get isUsed(): boolean {
    return this.#keys.length > 0;
  }

  /** Rows of the traces that carry the id. */
  find(id: string): readonly number[] {
    return [...(this.#rowsById.get(id) ?? [])];
  }

  set(row: number, metadata: JsonObject): void {
    const ids = this.#keys
      .map((key) => (Object.hasOwn(metadata, key) ? metadata[key] : undefined))
      .filter((id) => typeof id === 'string');
    const before = this.#idsByRow.get(row) ?? [];
    if (ids.length === before.length && ids.every((id, place) => id === before[place])) return;
    this.remove(row);
    for (const id of ids) this.#rowsById.set(id, (this.#rowsById.get(id) ?? new Set()).add(row));
    if (ids.length > 0) this.#idsByRow.set(row, ids);
  }

  remove(row: number): void {
    for (const id of this.#idsByRow.get(row) ?? []) {
      const rows = this.#rowsById.get(id);
      rows?.delete(row);
      if (rows?.size === 0) this.#rowsById.delete(id);
    }
    this.#idsByRow.delete(row);
  }

  save(parts: PartWriter): void {
    parts.json('keys', this.#keys);
    parts.json(
      'rowsById',
      Array.from(this.#rowsById, ([id, rows]) => [id, [...rows]]),
    );
    parts.json('idsByRow', [...this.#idsByRow]);
  }

  /** @throws SnapshotMismatch - other keys were declared when it was saved. */
  load(parts: PartReader): void {
    parts.expect('keys', this.#keys);
    for (const [id, rows] of parts.json('rowsById') as [string, number[]][]) {
      this.#rowsById.set(id, new Set(rows));
    }
    for (const [row, ids] of parts.json('idsByRow') as [number, string[]][]) this.#idsByRow.set(row, ids);
  }

  get memoryUsage(): Bytes {
    return this.#rowsById.size * ENTRY_BYTES;
  }
}
