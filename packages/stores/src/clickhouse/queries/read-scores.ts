import { readScore } from '@oriel/core';
import type { CallOptions, Score, ScoreId } from '@oriel/core';
import { decodeState } from '../records/decode-row.ts';
import type { StoredRow } from '../records/decode-row.ts';
import { STRUCTURE_COLUMNS } from '../records/record-columns.ts';
import { inParts } from './in-parts.ts';
import type { StoreReader } from './store-reader.ts';

const COLUMNS = STRUCTURE_COLUMNS.filter(({ fields }) => fields.score !== undefined);

type ScoreRow = StoredRow & { readonly id: ScoreId; readonly pieces?: readonly string[] };

/** The scores of some ids, in no order. */
export function readScores(
  reader: StoreReader,
  ids: readonly ScoreId[],
  options?: CallOptions,
): Promise<Score[]> {
  return inParts(ids, String, (part) => readPart(reader, part, options));
}

async function readPart({ connection, tables }: StoreReader, ids: readonly ScoreId[], options?: CallOptions) {
  const names = ['id', 'first_at', ...COLUMNS.map(({ column }) => column)];
  const rows = await connection.rows<ScoreRow>(
    (parameters) => {
      const where = `kind = 'score' AND trace_id = '' AND id IN ${parameters.texts(ids)}`;
      return `SELECT ${names.map((name) => `r.${name} AS ${name}`).join(', ')}, m.pieces AS pieces
        FROM (SELECT ${names.join(', ')} FROM ${tables.records} FINAL WHERE ${where}) AS r
        LEFT JOIN (SELECT id, pieces FROM ${tables.payloads} FINAL WHERE ${where}) AS m ON m.id = r.id`;
    },
    'read scores',
    options,
  );
  return rows.map(scoreOf);
}

/** A score of a row of the table of records, with the pieces of its metadata. */
export function scoreOf(row: ScoreRow): Score {
  return readScore(row.id, decodeState({ kind: 'score', columns: COLUMNS, row }));
}
