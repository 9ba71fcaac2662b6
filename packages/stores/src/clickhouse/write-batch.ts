import type { Patch, ScoreId, TraceId } from '@oriel/core';
import { foldedRow, payloadRow, structureRow } from './records/encode-rows.ts';
import { foldBatch, said } from './records/fold-batch.ts';
import type { BatchRecord, RecordKey } from './records/fold-batch.ts';
import { inParts } from './queries/in-parts.ts';
import type { StoreReader } from './queries/store-reader.ts';

/**
 * Stores a batch: payloads first, since nobody looks at them before the structure that follows in one insert. What was
 * stored of a batch that failed half-way is stored again, to no other effect, when the batch is sent again.
 */
export async function writeBatch(reader: StoreReader, patches: readonly Patch[]): Promise<TraceId[]> {
  const { connection, tables } = reader;
  const records = foldBatch(patches);
  const payloads = records.map(payloadRow).filter((row) => row !== null);
  await Promise.all([
    connection.insert(tables.payloads, payloads),
    connection.insert(tables.score_traces, scoreTraces(patches)),
  ]);
  await connection.insert(tables.records, records.map(structureRow));
  await foldPiecesAgain(
    reader,
    records.filter(({ pieces }) => pieces.length > 0),
  );
  return touchedTraces(records);
}

function scoreTraces(patches: readonly Patch[]) {
  return patches
    .filter((patch) => patch.kind === 'score')
    .filter(({ traceId }) => typeof traceId === 'string')
    .map(({ id, traceId }) => ({ trace_id: traceId, score_id: id }));
}

function touchedTraces(records: readonly BatchRecord[]): TraceId[] {
  const ids = records.map(({ kind, traceId, state }) =>
    kind === 'score' ? said(state, 'traceId') : traceId,
  );
  return [...new Set(ids)].filter((id) => typeof id === 'string');
}

interface PieceRow {
  readonly kind: RecordKey['kind'];
  readonly trace_id: TraceId;
  readonly id: string;
  readonly pieces: readonly string[];
}

/**
 * Says what the pieces of a record make together, where other batches had pieces of it, too. Of several writers the last
 * one to look sees all pieces, so the one that counts is right whatever order they come in.
 */
async function foldPiecesAgain(
  { connection, tables }: StoreReader,
  records: readonly RecordKey[],
): Promise<void> {
  const rows = await inParts(
    records,
    ({ traceId, id }) => traceId + id,
    (part) =>
      connection.rows<PieceRow>((parameters) => {
        const traceIds = parameters.texts([...new Set(part.map(({ traceId }) => traceId))]);
        const ids = parameters.texts([...new Set(part.map(({ id }) => id))]);
        const kinds = [...new Set(part.map(({ kind }) => `'${kind}'`))].join(', ');
        return `SELECT kind, trace_id, id, pieces FROM ${tables.payloads} FINAL
          WHERE kind IN (${kinds}) AND trace_id IN ${traceIds} AND id IN ${ids} AND length(pieces) > f_metadata.1`;
      }, 'read what was said before'),
  );
  await connection.insert(
    tables.payloads,
    rows.map(({ kind, trace_id: traceId, id, pieces }) => foldedRow({ kind, traceId, id }, pieces)),
  );
}

/** The scores that are on some traces now. */
export async function scoresOn(
  { connection, tables }: StoreReader,
  traceIds: readonly TraceId[],
): Promise<ScoreId[]> {
  const rows = await inParts(traceIds, String, (part) =>
    connection.rows<{ score_id: ScoreId }>(
      (parameters) =>
        `SELECT DISTINCT score_id FROM ${tables.score_traces} WHERE trace_id IN ${parameters.texts(part)}`,
      'look for scores',
    ),
  );
  return rows.map(({ score_id: id }) => id);
}
