import type { StoreContents } from '../query/store-contents.ts';
import type { TraceTable } from './trace-table.ts';

/** A table as the evaluators look at it. */
export function tableContents(table: TraceTable): StoreContents {
  return {
    traces: table.structures().map((structure) => ({
      structure,
      payload: () => table.tracePayload(structure.trace.id),
      observationPayload: (id) => table.observationPayload(structure.trace.id, id),
    })),
    scores: table.scores(),
  };
}
