import type { JsonValue } from '@oriel/core';
import { STAMP_LENGTH } from './encode-register.ts';
import type { RecordState } from './merge-patch.ts';
import { foldPieces } from './metadata-piece.ts';
import type { RecordColumn, RecordKind } from './record-columns.ts';

/** A record as ClickHouse folded it. */
export type StoredRow = Readonly<Record<string, unknown>>;

interface StoredRecord {
  readonly kind: RecordKind;
  readonly columns: readonly RecordColumn[];
  readonly row: StoredRow;
}

/**
 * The state that core reads records from. Everything is folded, so no two values meet any more and their times no longer
 * matter.
 */
export function decodeState({ kind, columns, row }: StoredRecord): RecordState {
  const registers: Record<string, RecordState['registers'][string]> = {};
  const sets: Record<string, readonly string[]> = {};
  for (const { column, fold, fields } of columns) {
    const field = fields[kind];
    if (field === undefined) continue;
    const stored = row[column];
    if (fold === 'set') sets[field] = (stored as readonly string[]).toSorted();
    else {
      const value = decodeColumn(fold, stored);
      if (value !== undefined) registers[field] = { value, at: 0, rank: 0 };
    }
  }
  const pieces = foldPieces(kind, (row['pieces'] as readonly string[] | undefined) ?? []);
  return {
    firstAt: Number(row['first_at'] ?? 0),
    registers,
    sets,
    members: pieces?.members ?? {},
    deep: pieces?.deep ?? {},
  };
}

function decodeColumn(fold: RecordColumn['fold'], stored: unknown): JsonValue | undefined {
  switch (fold) {
    case 'smallest':
      return stored === null ? undefined : Number(stored);
    case 'any':
      return Number(stored) === 1 ? true : undefined;
    case 'amounts':
      return decodeText((stored as readonly [string])[0], STAMP_LENGTH);
    case 'filled':
    case 'specific':
      return decodeText(stored as string, 1 + STAMP_LENGTH);
    case 'first':
    case 'latest':
    case 'set':
    default:
      return decodeText(stored as string, STAMP_LENGTH);
  }
}

/** Nothing was said where there is no value behind the stamp. */
function decodeText(register: string, valueAt: number): JsonValue | undefined {
  return register.length > valueAt ? (JSON.parse(register.slice(valueAt)) as JsonValue) : undefined;
}
