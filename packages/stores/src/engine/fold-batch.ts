import { mergeObservation, mergeScore, mergeTrace, readObservation, readScore, readTrace } from '@oriel/core';
import type { Observation, ObservationState, Score, ScoreState, TraceId, TraceState } from '@oriel/core';
import type { PatchChains } from '../log/patch-chains.ts';
import type { PatchRef } from '../log/patch-log.ts';
import type { PatchReader } from '../log/patch-reader.ts';
import type { Tables } from '../tables/summarize-trace.ts';
import type { OwnTrace } from '../tables/trace-table.ts';
import { foldObservationRow, foldScoreRow, foldTraceRow } from '../records/fold-row.ts';
import type { GroupedPatches } from './group-patches.ts';
import type { HotRecords } from './hot-records.ts';
import { observationOfPatch } from './observation-of-patch.ts';

/** A record as a batch leaves it, and which patches of the batch are its own. */
interface Folded<Item, State> {
  readonly item: Item;
  /** What all its patches say together; `null` where one says it all. */
  readonly state: State;
  readonly places: readonly number[];
}

/** What a batch makes of the records it names. Nothing is written yet. */
export interface FoldedBatch {
  readonly traces: readonly (Folded<OwnTrace, TraceState> & { readonly id: TraceId })[];
  readonly observations: readonly Folded<Observation, ObservationState | null>[];
  readonly scores: readonly Folded<Score, ScoreState>[];
}

/** Records that need not be folded anew. */
export interface HotTables {
  readonly traces: HotRecords<TraceState>;
  readonly observations: HotRecords<ObservationState>;
  readonly scores: HotRecords<ScoreState>;
}

/** The patches that the records of a batch were made of so far, but those of records that are held. */
export function refsOf(
  { traces, observations, scores }: Tables,
  groups: GroupedPatches,
  hot: HotTables,
): PatchRef[] {
  const refs: PatchRef[] = [];
  const collect = ({ patches }: { readonly patches: PatchChains }, row: number, held: HotRecords<object>) => {
    if (row >= 0 && held.get(row) === undefined) patches.collect(row, refs);
  };
  for (const id of groups.traces.keys()) collect(traces, traces.find(id), hot.traces);
  for (const id of groups.scores.keys()) collect(scores, scores.find(id), hot.scores);
  for (const [traceId, records] of groups.observations) {
    const traceRow = traces.find(traceId);
    if (traceRow < 0) continue;
    for (const id of records.keys()) collect(observations, observations.find(traceRow, id), hot.observations);
  }
  return refs;
}

/**
 * Folds a batch onto what the tables' rows were made of, all of which (see {@link refsOf}) can be read.
 */
export function foldBatch(
  tables: Tables,
  groups: GroupedPatches,
  reader: PatchReader,
  hot: HotTables,
): FoldedBatch {
  const { traces, observations, scores } = tables;
  return {
    traces: Array.from(groups.traces, ([id, { patches, places }]) => {
      const row = traces.find(id);
      const before = hot.traces.get(row) ?? foldTraceRow(traces.patches, row, reader);
      const state = patches.reduce<TraceState | undefined>(mergeTrace, before);
      if (state === undefined) throw new Error(`Trace ${id} has no patches in its own batch.`);
      return { id, state, item: ownTrace(id, state), places };
    }),
    observations: Array.from(groups.observations, ([traceId, records]) => {
      const traceRow = traces.find(traceId);
      return Array.from(records, ([id, { patches, places }]) => {
        const row = traceRow < 0 ? -1 : observations.find(traceRow, id);
        const [only] = patches;
        if (row < 0 && patches.length === 1 && only)
          return { item: observationOfPatch(only), state: null, places };
        let state = hot.observations.get(row) ?? foldObservationRow(observations.patches, row, reader);
        for (const patch of patches) state = mergeObservation(state, patch);
        if (state === undefined) throw new Error(`Observation ${id} has no patches in its own batch.`);
        return { item: readObservation(traceId, id, state), state, places };
      });
    }).flat(),
    scores: Array.from(groups.scores, ([id, { patches, places }]) => {
      const row = scores.find(id);
      let state = hot.scores.get(row) ?? foldScoreRow(scores.patches, row, reader);
      for (const patch of patches) state = mergeScore(state, patch);
      if (state === undefined) throw new Error(`Score ${id} has no patches in its own batch.`);
      return { item: readScore(id, state), state, places };
    }),
  };
}

function ownTrace(id: TraceId, state: TraceState): OwnTrace {
  const sent = (field: string) => state.registers[field]?.value ?? null;
  return {
    ...readTrace(id, state, [], 0),
    name: sent('name') as OwnTrace['name'],
    timestamp: sent('timestamp') as OwnTrace['timestamp'],
    environment: sent('environment') as OwnTrace['environment'],
    firstAt: state.firstAt,
  };
}
