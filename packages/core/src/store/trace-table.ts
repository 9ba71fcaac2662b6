import { mergeObservation } from '../merge/merge-observation.ts';
import type { ObservationState } from '../merge/merge-observation.ts';
import { mergeScore } from '../merge/merge-score.ts';
import type { ScoreState } from '../merge/merge-score.ts';
import { mergeTrace } from '../merge/merge-trace.ts';
import type { TraceState } from '../merge/merge-trace.ts';
import { compareByStart, primaryRoot } from '../merge/primary-root.ts';
import { readObservation, readObservationPayload } from '../merge/read-observation.ts';
import { readScore } from '../merge/read-score.ts';
import { readTrace, readTracePayload } from '../merge/read-trace.ts';
import type { ObservationId, ScoreId, TraceId } from '../model/ids.ts';
import type { ObservationPayload } from '../model/observation.ts';
import type { Patch } from '../model/patch.ts';
import type { Score } from '../model/score.ts';
import type { TracePayload, TraceStructure } from '../model/trace.ts';

interface TraceEntry {
  state: TraceState | undefined;
  readonly observations: Map<ObservationId, ObservationState>;
  readonly scoreIds: Set<ScoreId>;
  /** Read again only after a change. */
  structure: TraceStructure | undefined;
}

/** Folded records by id: what the reference store keeps, without any rule of its own. */
export class TraceTable {
  readonly #traces = new Map<TraceId, TraceEntry>();
  readonly #scores = new Map<ScoreId, ScoreState>();

  /** Folds one patch in and names the trace it touched, if any. */
  fold(patch: Patch): TraceId | null {
    if (patch.kind === 'score')
      return this.#foldScore(patch.id, mergeScore(this.#scores.get(patch.id), patch));
    const entry = this.#touch(patch.kind === 'trace' ? patch.id : patch.traceId);
    if (patch.kind === 'trace') {
      entry.state = mergeTrace(entry.state, patch);
      return patch.id;
    }
    entry.observations.set(patch.id, mergeObservation(entry.observations.get(patch.id), patch));
    return patch.traceId;
  }

  #foldScore(id: ScoreId, state: ScoreState): TraceId | null {
    const before = this.#scores.get(id);
    const previous = before && readScore(id, before).traceId;
    this.#scores.set(id, state);
    const { traceId } = readScore(id, state);
    if (typeof previous === 'string' && previous !== traceId) this.#leave(previous, id);
    if (traceId !== null) this.#touch(traceId).scoreIds.add(id);
    return traceId;
  }

  /** An earlier event named another trace: a trace that only this score had spoken of is gone again. */
  #leave(traceId: TraceId, scoreId: ScoreId): void {
    const entry = this.#touch(traceId);
    entry.scoreIds.delete(scoreId);
    if (entry.state === undefined && entry.observations.size === 0 && entry.scoreIds.size === 0) {
      this.#traces.delete(traceId);
    }
  }

  #touch(id: TraceId): TraceEntry {
    const known = this.#traces.get(id);
    if (known) {
      known.structure = undefined;
      return known;
    }
    const entry = {
      state: undefined,
      observations: new Map(),
      scoreIds: new Set<ScoreId>(),
      structure: undefined,
    };
    this.#traces.set(id, entry);
    return entry;
  }

  delete(id: TraceId): void {
    for (const scoreId of this.#traces.get(id)?.scoreIds ?? []) this.#scores.delete(scoreId);
    this.#traces.delete(id);
  }

  has(id: TraceId): boolean {
    return this.#traces.has(id);
  }

  ids(): TraceId[] {
    return [...this.#traces.keys()];
  }

  structure(id: TraceId): TraceStructure | null {
    const entry = this.#traces.get(id);
    if (!entry) return null;
    entry.structure ??= this.#readStructure(id, entry);
    return entry.structure;
  }

  #readStructure(id: TraceId, entry: TraceEntry): TraceStructure {
    const observations = Array.from(entry.observations, ([key, state]) => readObservation(id, key, state));
    const scores = [...entry.scoreIds].map((key) => this.#score(key)).toSorted(compareScores);
    const since = scores[0]?.timestamp ?? 0;
    return {
      trace: readTrace(id, entry.state, observations, since),
      observations: observations.toSorted(compareByStart),
      scores,
    };
  }

  structures(): TraceStructure[] {
    return [...this.#traces.keys()].map((id) => this.structure(id)).filter((structure) => structure !== null);
  }

  tracePayload(id: TraceId): TracePayload | null {
    const entry = this.#traces.get(id);
    const structure = this.structure(id);
    if (!entry || !structure) return null;
    const root = primaryRoot(structure.observations);
    return readTracePayload(entry.state, root && this.observationPayload(id, root.id));
  }

  observationPayload(traceId: TraceId, id: ObservationId): ObservationPayload | null {
    const state = this.#traces.get(traceId)?.observations.get(id);
    return state ? readObservationPayload(id, state) : null;
  }

  scores(): Score[] {
    return [...this.#scores.keys()].map((id) => this.#score(id)).toSorted(compareScores);
  }

  #score(id: ScoreId): Score {
    const state = this.#scores.get(id);
    if (!state) throw new Error(`Score ${id} is indexed but not stored.`);
    return readScore(id, state);
  }
}

/** The order of scores: by time, ties by id. */
function compareScores(a: Score, b: Score): number {
  return a.timestamp - b.timestamp || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
