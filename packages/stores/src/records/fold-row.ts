import { mergeObservation, mergeScore, mergeTrace } from '@oriel/core';
import type {
  ObservationPatch,
  ObservationState,
  Patch,
  ScorePatch,
  ScoreState,
  TracePatch,
  TraceState,
} from '@oriel/core';
import type { PatchChains } from '../log/patch-chains.ts';
import type { PatchRef } from '../log/patch-log.ts';
import type { PatchReader } from '../log/patch-reader.ts';

/** What the patches of a row say together; `undefined` for a row without patches, and for no row (-1). */
export function foldObservationRow(
  chains: PatchChains,
  row: number,
  reader: PatchReader,
): ObservationState | undefined {
  return patchesOf(chains, row, reader).reduce<ObservationState | undefined>(
    (state, patch) => mergeObservation(state, patch as ObservationPatch),
    undefined,
  );
}

/** As {@link foldObservationRow}, of a trace's own patches. */
export function foldTraceRow(chains: PatchChains, row: number, reader: PatchReader): TraceState | undefined {
  return patchesOf(chains, row, reader).reduce<TraceState | undefined>(
    (state, patch) => mergeTrace(state, patch as TracePatch),
    undefined,
  );
}

/** As {@link foldObservationRow}, of a score. */
export function foldScoreRow(chains: PatchChains, row: number, reader: PatchReader): ScoreState | undefined {
  return patchesOf(chains, row, reader).reduce<ScoreState | undefined>(
    (state, patch) => mergeScore(state, patch as ScorePatch),
    undefined,
  );
}

function patchesOf(chains: PatchChains, row: number, reader: PatchReader): readonly Patch[] {
  if (row < 0) return [];
  const refs: PatchRef[] = [];
  chains.collect(row, refs);
  reader.need(refs);
  return refs.map((ref) => reader.read(ref)).filter((patch) => patch !== undefined);
}
