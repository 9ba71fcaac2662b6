import { readObservationPayload, readTracePayload } from '@oriel/core';
import type { JsonObject, Observation, ObservationPayload, Score, Trace, TracePayload } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import type { PatchReader } from '../log/patch-reader.ts';
import type { Tables } from '../tables/summarize-trace.ts';
import { foldObservationRow, foldTraceRow } from './fold-row.ts';

/** Makes records of rows: items of the columns, payloads of the patches. Traces have to be summed up. */
export class RowReader {
  readonly tables: Tables;
  readonly #patches: PatchReader;

  constructor(tables: Tables, patches: PatchReader) {
    this.tables = tables;
    this.#patches = patches;
  }

  trace(row: number): Trace {
    return this.tables.traces.get(row);
  }

  observation(row: number): Observation {
    const { traces, observations } = this.tables;
    return observations.get(row, traces.idOf(observations.trace.get(row) - 1) ?? '');
  }

  /** Those of the observation only. */
  observationScores(row: number): readonly Score[] {
    const { observations, scores } = this.tables;
    const ofTrace = scores.ofTrace(observations.trace.get(row) - 1);
    if (ofTrace.length === 0) return ofTrace;
    const id = observations.ids.get(row);
    return ofTrace.filter(({ observationId }) => observationId === id);
  }

  /** @throws PatchesNeeded */
  tracePayload(row: number): TracePayload {
    const { traces } = this.tables;
    const state = foldTraceRow(traces.patches, row, this.#patches);
    const root = traces.root.get(row) - 1;
    return readTracePayload(state, root < 0 ? null : this.observationPayload(root));
  }

  /** @throws PatchesNeeded */
  traceMetadata(row: number): JsonObject {
    return readTracePayload(foldTraceRow(this.tables.traces.patches, row, this.#patches), null).metadata;
  }

  /** @throws PatchesNeeded */
  observationMetadata(row: number): JsonObject {
    const only = this.tables.observations.patches.only(row);
    const patch = only === null ? undefined : this.#patches.read(only);
    // What one patch says is not merged with anything.
    if (patch?.kind === 'observation') return patch.metadata ?? {};
    return this.observationPayload(row)?.metadata ?? {};
  }

  /** @throws PatchesNeeded */
  observationPayload(row: number): ObservationPayload | null {
    const { observations } = this.tables;
    const state = foldObservationRow(observations.patches, row, this.#patches);
    return state ? readObservationPayload(observations.ids.get(row), state) : null;
  }

  /** @throws PatchesNeeded */
  needObservations(rows: Iterable<number>): void {
    const refs: PatchRef[] = [];
    for (const row of rows) this.tables.observations.patches.collect(row, refs);
    this.#patches.need(refs);
  }

  /**
   * Payloads of traces are in their own patches and in their roots'.
   *
   * @throws PatchesNeeded
   */
  needTraces(rows: Iterable<number>): void {
    const { traces, observations } = this.tables;
    const refs: PatchRef[] = [];
    for (const row of rows) {
      traces.patches.collect(row, refs);
      const root = traces.root.get(row) - 1;
      if (root >= 0) observations.patches.collect(root, refs);
    }
    this.#patches.need(refs);
  }
}
