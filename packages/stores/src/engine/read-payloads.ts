import type { PayloadQuery, TracePayloads } from '@oriel/core';
import type { RowReader } from '../records/row-reader.ts';

/**
 * What went in and out of the trace in a row and of the observations asked for; nothing for no row (-1).
 *
 * @throws PatchesNeeded
 */
export function readPayloads(
  reader: RowReader,
  row: number,
  { observationIds = [] }: PayloadQuery,
): TracePayloads {
  if (row < 0) return { trace: null, observations: [] };
  const { observations } = reader.tables;
  const members = observationIds.map((id) => observations.find(row, id)).filter((member) => member >= 0);
  reader.needTraces([row]);
  reader.needObservations(members);
  return {
    trace: reader.tracePayload(row),
    observations: members
      .map((member) => reader.observationPayload(member))
      .filter((payload) => payload !== null),
  };
}
