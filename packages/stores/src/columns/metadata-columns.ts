import type { Bytes, FieldValue } from '@oriel/core';
import { Dictionary } from './dictionary.ts';
import { IntegerColumn } from './integer-column.ts';

/** Paths that are kept at a time; those longest not asked for make room. */
const MAX_PATHS = 16;
/** A path with more values than this holds ids rather than labels: a column would be larger than what it saves. */
const MAX_VALUES = 50_000;

/** The values at one path of the metadata of a table's rows. */
export interface MetadataColumn {
  /** The value's code; 0 where nobody has looked yet. Written by whoever reads the rows' payloads. */
  readonly codes: IntegerColumn;
  readonly values: Dictionary<{ readonly value: FieldValue }>;
}

/**
 * Columns for the metadata that is asked for: payloads are read once for each row and path, and again for rows that
 * change. Derived, so they may be dropped at any time.
 */
export class MetadataColumns {
  /** The path last asked for is the last one. */
  readonly #columns = new Map<string, MetadataColumn>();
  readonly #withTooMany = new Set<string>();

  /** `null` for paths with too many values. */
  column(path: string): MetadataColumn | null {
    if (this.#withTooMany.has(path)) return null;
    const column = this.#columns.get(path) ?? newColumn();
    this.#columns.delete(path);
    this.#columns.set(path, column);
    if (column.values.size > MAX_VALUES) {
      this.#columns.delete(path);
      this.#withTooMany.add(path);
      return null;
    }
    const [oldest] = this.#columns.keys();
    if (this.#columns.size > MAX_PATHS && oldest !== undefined) this.#columns.delete(oldest);
    return column;
  }

  /** A row has changed. */
  forget(row: number): void {
    for (const { codes } of this.#columns.values()) codes.set(row, 0);
  }

  get memoryUsage(): Bytes {
    let bytes = 0;
    for (const { codes, values } of this.#columns.values()) bytes += codes.memoryUsage + values.memoryUsage;
    return bytes;
  }
}

function newColumn(): MetadataColumn {
  return {
    codes: new IntegerColumn(),
    values: new Dictionary<{ readonly value: FieldValue }>(({ value }) => JSON.stringify(value)),
  };
}
