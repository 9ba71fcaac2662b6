import { readObservationPayload, readTracePayload } from '@oriel/core';
import type {
  CallOptions,
  ObservationId,
  ObservationPayload,
  PayloadQuery,
  TraceId,
  TracePayloads,
} from '@oriel/core';
import { decodeState } from '../records/decode-row.ts';
import type { StoredRow } from '../records/decode-row.ts';
import type { RecordState } from '../records/merge-patch.ts';
import { PAYLOAD_COLUMNS } from '../records/record-columns.ts';
import type { RecordKind } from '../records/record-columns.ts';
import { inParts } from './in-parts.ts';
import { someTraces } from './read-traces.ts';
import type { StoreReader } from './store-reader.ts';

type PayloadRow = StoredRow & { readonly kind: RecordKind; readonly id: ObservationId };

/** Payloads of a trace and of some of its observations; those that are not there are left out. */
export async function readPayloads(
  reader: StoreReader,
  { traceId, observationIds = [] }: PayloadQuery,
  options?: CallOptions,
): Promise<TracePayloads> {
  const rootId = await findRoot(reader, traceId, options);
  if (rootId === null) return { trace: null, observations: [] };
  const asked = [...new Set([...observationIds, ...(rootId === '' ? [] : [rootId])])];
  const [known, rows] = await Promise.all([
    knownObservations(reader, traceId, asked, options),
    payloadRows(reader, traceId, asked, options),
  ]);
  const payloads = new Map<ObservationId, ObservationPayload>();
  let state: RecordState | undefined;
  for (const id of known) payloads.set(id, readObservationPayload(id, NOTHING));
  for (const row of rows) {
    const decoded = decodeState({ kind: row.kind, columns: PAYLOAD_COLUMNS, row });
    if (row.kind === 'trace') state = decoded;
    else if (payloads.has(row.id)) payloads.set(row.id, readObservationPayload(row.id, decoded));
  }
  return {
    trace: readTracePayload(state, payloads.get(rootId) ?? null),
    observations: observationIds.map((id) => payloads.get(id)).filter((payload) => payload !== undefined),
  };
}

const NOTHING: RecordState = { firstAt: 0, registers: {}, sets: {}, members: {}, deep: {} };

/** The observation that speaks for the trace, empty without observations; `null` when there is no such trace. */
async function findRoot({ connection, tables }: StoreReader, traceId: TraceId, options?: CallOptions) {
  const [row] = await connection.rows<{ rootId: ObservationId }>(
    (parameters) => `SELECT rootId FROM ${someTraces(tables, [traceId], parameters)('rootId')}`,
    'read a trace',
    options,
  );
  return row?.rootId ?? null;
}

async function knownObservations(
  { connection, tables }: StoreReader,
  traceId: TraceId,
  ids: readonly ObservationId[],
  options?: CallOptions,
): Promise<ObservationId[]> {
  const rows = await inParts(ids, String, (part) =>
    connection.rows<{ id: ObservationId }>(
      (parameters) => `SELECT DISTINCT id FROM ${tables.records}
        WHERE kind = 'observation' AND trace_id = ${parameters.text(traceId)} AND id IN ${parameters.texts(part)}`,
      'read payloads',
      options,
    ),
  );
  return rows.map(({ id }) => id);
}

function payloadRows(
  { connection, tables }: StoreReader,
  traceId: TraceId,
  ids: readonly ObservationId[],
  options?: CallOptions,
): Promise<PayloadRow[]> {
  const columns = ['kind', 'id', ...PAYLOAD_COLUMNS.map(({ column }) => column), 'pieces'].join(', ');
  // The trace itself has no id besides its own.
  return inParts(['', ...ids], String, (part) =>
    connection.rows<PayloadRow>(
      (parameters) => `SELECT ${columns} FROM ${tables.payloads} FINAL
        WHERE kind IN ('trace', 'observation') AND trace_id = ${parameters.text(traceId)} AND id IN ${parameters.texts(part)}`,
      'read payloads',
      options,
    ),
  );
}
