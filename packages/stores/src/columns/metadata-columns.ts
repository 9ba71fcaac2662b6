import type { Bytes, FieldValue } from '@oriel/core';
import { Dictionary } from './dictionary.ts';
import { IntegerColumn } from './integer-column.ts';

/** Fields that are kept at a time; those longest not asked for make room. */
const MAX_FIELDS = 16;
/** A field with more values than this holds ids rather than labels: a column would be larger than what it saves. */
const MAX_VALUES = 50_000;

/** The values of one field of the metadata of a table's rows. */
export interface MetadataColumn {
  /** The value's code; 0 where nobody has looked yet. Written by whoever reads the rows' payloads. */
  readonly codes: IntegerColumn;
  readonly values: Dictionary<{ readonly value: FieldValue }>;
}

/**
 * Columns for the metadata that is asked for: payloads are read once for each row and field, and again for rows that
 * change. Derived, so they may be dropped at any time.
 */
export class MetadataColumns {
  /** By field. The one last asked for is the last one. */
  readonly #columns = new Map<string, MetadataColumn>();
  readonly #withTooMany = new Set<string>();

  /** `null` for fields with too many values. */
  column(field: string): MetadataColumn | null {
    if (this.#withTooMany.has(field)) return null;
    const column = this.#columns.get(field) ?? newColumn();
    this.#columns.delete(field);
    this.#columns.set(field, column);
    if (column.values.size > MAX_VALUES) {
      this.#columns.delete(field);
      this.#withTooMany.add(field);
      return null;
    }
    const [oldest] = this.#columns.keys();
    if (this.#columns.size > MAX_FIELDS && oldest !== undefined) this.#columns.delete(oldest);
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
