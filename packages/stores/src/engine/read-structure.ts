import type { Observation, TraceStructure } from '@oriel/core';
import { membersOf } from '../tables/summarize-trace.ts';
import type { RowReader } from '../records/row-reader.ts';

/** One trace whole, from the columns alone; `null` for no row (-1). */
export function readStructure(reader: RowReader, row: number): TraceStructure | null {
  if (row < 0) return null;
  const { traces, observations, scores } = reader.tables;
  const trace = reader.trace(row);
  return {
    trace,
    observations: membersOf(traces, observations, row)
      .map((member) => observations.get(member, trace.id))
      .toSorted(compareByStart),
    scores: scores.ofTrace(row),
  };
}

/** The order of a trace's observations: by start time, ties by id. */
function compareByStart(a: Observation, b: Observation): number {
  return a.startTime - b.startTime || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
