import type { TraceStructure } from '@oriel/core';
import { membersOf } from '../tables/summarize-trace.ts';
import type { RowReader } from '../records/row-reader.ts';
import type { HeldStructures } from './held-structures.ts';

/** One trace whole, from the columns alone; `null` for no row (-1). What is still held of it is not read again. */
export function readStructure(reader: RowReader, row: number, held: HeldStructures): TraceStructure | null {
  if (row < 0) return null;
  const { traces, observations, scores } = reader.tables;
  const trace = reader.trace(row);
  return {
    trace,
    observations: held.observations(
      row,
      (member) => observations.get(member, trace.id),
      () => membersOf(traces, observations, row),
    ),
    scores: scores.ofTrace(row),
  };
}
