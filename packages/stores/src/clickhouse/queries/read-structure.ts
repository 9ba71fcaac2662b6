import { readObservation, readTrace } from '@oriel/core';
import type { CallOptions, Observation, Score, TraceId, TraceState, TraceStructure } from '@oriel/core';
import { decodeState } from '../records/decode-row.ts';
import type { StoredRow } from '../records/decode-row.ts';
import { STRUCTURE_COLUMNS } from '../records/record-columns.ts';
import type { RecordKind } from '../records/record-columns.ts';
import { scoreOf } from './read-scores.ts';
import type { StoreReader } from './store-reader.ts';

type RecordRow = StoredRow & {
  readonly kind: RecordKind;
  readonly id: string;
  readonly pieces: readonly string[];
};

/** One trace, its rows found by the tables' own order; `null` when there are none. */
export async function readStructure(
  { connection, tables }: StoreReader,
  traceId: TraceId,
  options?: CallOptions,
): Promise<TraceStructure | null> {
  const names = ['kind', 'id', 'first_at', ...STRUCTURE_COLUMNS.map(({ column }) => column)];
  const rows = await connection.rows<RecordRow>(
    (parameters) => {
      const trace = parameters.text(traceId);
      const scoreIds = `SELECT score_id FROM ${tables.score_traces} WHERE trace_id = ${trace}`;
      const ofTrace = `kind IN ('trace', 'observation') AND trace_id = ${trace}`;
      const ofScores = `kind = 'score' AND trace_id = '' AND id IN (${scoreIds})`;
      return `SELECT ${names.map((name) => `r.${name} AS ${name}`).join(', ')}, m.pieces AS pieces
        FROM (SELECT ${names.join(', ')} FROM ${tables.records} FINAL WHERE (${ofTrace}) OR (${ofScores})) AS r
        LEFT JOIN (SELECT kind, id, pieces FROM ${tables.payloads} FINAL WHERE ${ofScores}) AS m
          ON m.kind = r.kind AND m.id = r.id`;
    },
    'read a trace',
    options,
  );
  return structureOf(traceId, rows);
}

function structureOf(traceId: TraceId, rows: readonly RecordRow[]): TraceStructure | null {
  let state: TraceState | undefined;
  const observations: Observation[] = [];
  const scores: Score[] = [];
  for (const row of rows) {
    const { kind, id } = row;
    if (kind === 'score') scores.push(scoreOf(row));
    else {
      const decoded = decodeState({ kind, columns: STRUCTURE_COLUMNS, row });
      if (kind === 'trace') state = decoded;
      else observations.push(readObservation(traceId, id, decoded));
    }
  }
  const theirs = scores.filter((score) => score.traceId === traceId).toSorted(byTime('timestamp'));
  if (state === undefined && observations.length === 0 && theirs.length === 0) return null;
  return {
    trace: readTrace(traceId, state, observations, theirs[0]?.timestamp ?? 0),
    observations: observations.toSorted(byTime('startTime')),
    scores: theirs,
  };
}

/** By time, ties by id. */
function byTime<Key extends string>(key: Key) {
  type Item = Readonly<Record<Key, number>> & { readonly id: string };
  return (a: Item, b: Item): number => a[key] - b[key] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
