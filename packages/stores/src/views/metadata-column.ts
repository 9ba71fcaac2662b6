import { findField } from '@oriel/core';
import type { JsonObject, ViewRecord } from '@oriel/core';
import type { MetadataColumns } from '../columns/metadata-columns.ts';
import { gatherIntegers } from './column-makers.ts';
import { payloadOf } from './lazy-payload.ts';
import type { CodeColumn, Rows } from './view-column.ts';

interface MetadataSource {
  /** @throws PatchesNeeded */
  need(rows: Rows): void;
  metadataOf(row: number): JsonObject;
}

/** `metadata.<path>` or `metadataKeys` over a column that fills itself; `null` for others, and where there are too many values. */
export function metadataColumn(
  columns: MetadataColumns,
  field: string,
  source: MetadataSource,
): CodeColumn | null {
  if (!field.startsWith('metadata.') && field !== 'metadataKeys') return null;
  const column = columns.column(field);
  const reader = findField('traces', field);
  if (column === null || reader === null) return null;
  const { codes, values } = column;
  return {
    kind: 'codes',
    isUnique: false,
    get size() {
      return values.size;
    },
    valueOf: (code) => values.valueOf(code)?.value ?? null,
    gather(rows) {
      const gathered = gatherIntegers(codes, rows);
      if (!gathered.includes(0)) return gathered;
      const unknown = rows.filter((_, place) => gathered[place] === 0);
      source.need(unknown);
      for (const row of unknown) {
        const record = { payload: () => payloadOf({ metadata: source.metadataOf(row) }) };
        codes.set(row, values.codeOf({ value: reader.read(record as ViewRecord<never>) }));
      }
      return gatherIntegers(codes, rows);
    },
  };
}
