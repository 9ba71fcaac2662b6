import { readTracePayload, StoreError } from '@oriel/core';
import type { Bytes, Observation, Patch, Score, TraceId } from '@oriel/core';
import type { PartReader, PartWriter } from '../columns/saved-parts.ts';
import type { PatchLog, PatchRef } from '../log/patch-log.ts';
import { ask } from '../log/log-failure.ts';
import { PatchReader } from '../log/patch-reader.ts';
import { ObservationTable } from '../tables/observation-table.ts';
import { ScoreTable } from '../tables/score-table.ts';
import { membersOf, summarizeTrace } from '../tables/summarize-trace.ts';
import type { Tables } from '../tables/summarize-trace.ts';
import { Selections } from '../views/selections.ts';
import { TraceTable } from '../tables/trace-table.ts';
import { foldBatch, refsOf } from './fold-batch.ts';
import type { FoldedBatch, HotTables } from './fold-batch.ts';
import { groupPatches } from './group-patches.ts';
import { HeldStructures } from './held-structures.ts';
import { HotRecords } from './hot-records.ts';
import { OwnIds } from './own-ids.ts';

/** A trace is cheap to sum up when it had at most this many times the observations that a batch says something of. */
const CHEAP_SHARE = 4;

export interface TraceEngineOptions {
  readonly log: PatchLog;
  /** Metadata keys of traces that hold ids of the host's own. */
  readonly idKeys: readonly string[];
}

/**
 * The structure of all traces in columns, made of the patches in a log. Changes are folded and logged first and then
 * written to the columns without a pause, so whoever reads without a pause sees one moment, between two changes.
 *
 * The caller makes one change at a time.
 */
export class TraceEngine {
  readonly tables: Tables = {
    traces: new TraceTable(),
    observations: new ObservationTable(),
    scores: new ScoreTable(),
  };
  readonly log: PatchLog;
  readonly ownIds: OwnIds;
  /** What readers hold of traces, kept up with by every change. */
  readonly held = new HeldStructures();
  /** What filters let through, until the next change. */
  readonly selections = new Selections();
  /** Traces whose row has to be summed up again before somebody reads it. */
  readonly #stale = new Set<number>();
  readonly #hot: HotTables = {
    traces: new HotRecords(this.tables.traces.patches),
    observations: new HotRecords(this.tables.observations.patches),
    scores: new HotRecords(this.tables.scores.patches),
  };
  #version = 0;

  constructor({ log, idKeys }: TraceEngineOptions) {
    this.log = log;
    this.ownIds = new OwnIds(idKeys);
  }

  /** Another number after each change. */
  get version(): number {
    return this.#version;
  }

  /** Folds a batch in; resolves with the traces it touched when the log has the batch. */
  async write(patches: readonly Patch[]): Promise<TraceId[]> {
    const batch = await this.#fold(patches);
    const firstRef = await ask(() => this.log.append(patches));
    return this.#apply(batch, firstRef);
  }

  /**
   * Folds in patches that the log has already: from when it was opened, or of another writer. `undefined` stands for
   * one that was forgotten. Parts of a log may come in any order. Resolves with the traces touched.
   */
  async replay(patches: readonly (Patch | undefined)[], firstRef: PatchRef): Promise<TraceId[]> {
    return this.#apply(await this.#fold(patches), firstRef);
  }

  /** Forgets traces; resolves with those that were known when the log has forgotten them. */
  async delete(traceIds: readonly TraceId[]): Promise<TraceId[]> {
    const known = [...new Set(traceIds)].filter((id) => this.tables.traces.find(id) >= 0);
    const rows = known.map((id) => this.tables.traces.find(id));
    const refs: PatchRef[] = [];
    for (const row of rows) this.collectRefs(row, refs);
    await ask(() => this.log.forget(known, refs));
    this.#removeTraces(rows);
    return known;
  }

  /** Drops traces that the log has forgotten already, from when it was opened or by another writer. */
  replayForget(traceIds: readonly TraceId[]): TraceId[] {
    const known = traceIds.filter((id) => this.tables.traces.find(id) >= 0);
    this.#removeTraces(known.map((id) => this.tables.traces.find(id)));
    return known;
  }

  /** Puts everything derived into a snapshot. No change may be under way. */
  save(parts: PartWriter): void {
    this.refresh();
    this.tables.traces.save(parts.under('traces'));
    this.tables.observations.save(parts.under('observations'));
    this.tables.scores.save(parts.under('scores'));
    this.ownIds.save(parts.under('ownIds'));
  }

  /**
   * Takes everything derived from a snapshot, into an engine that is new. After a failure the engine is of no use.
   *
   * @throws SnapshotMismatch
   */
  load(parts: PartReader): void {
    this.tables.traces.load(parts.under('traces'));
    this.tables.observations.load(parts.under('observations'));
    this.tables.scores.load(parts.under('scores'));
    this.ownIds.load(parts.under('ownIds'));
    this.#version += 1;
  }

  /** The row of a trace, summed up; -1 when the store does not know it. */
  traceRow(id: TraceId): number {
    const row = this.tables.traces.find(id);
    if (row >= 0) this.sumUp(row);
    return row;
  }

  /** Sums up one trace if it has changed, so that its row can be read. */
  sumUp(row: number): void {
    if (this.#stale.delete(row)) summarizeTrace(this.tables, row);
  }

  /** Sums up some of what has changed. False when there is nothing left to do. */
  refreshSome(count: number): boolean {
    for (const row of this.#stale) {
      if (count-- <= 0) return true;
      this.sumUp(row);
    }
    return false;
  }

  /** Sums up whatever has changed, so that all rows of traces can be read. */
  refresh(): void {
    for (const row of this.#stale) summarizeTrace(this.tables, row);
    this.#stale.clear();
    this.selections.moveTo(this.#version);
  }

  /** Every patch of a trace, its observations and its scores; appended to `refs`. */
  collectRefs(row: number, refs: PatchRef[]): void {
    const { traces, observations, scores } = this.tables;
    traces.patches.collect(row, refs);
    for (const member of membersOf(traces, observations, row)) observations.patches.collect(member, refs);
    for (const score of scores.rowsOfTrace(row)) scores.patches.collect(score, refs);
  }

  /** Bytes of columns, dictionaries and indexes: everything but the patches. */
  get memoryUsage(): Bytes {
    const { traces, observations, scores } = this.tables;
    return [traces, observations, scores, this.ownIds, this.selections].reduce(
      (bytes, part) => bytes + part.memoryUsage,
      0,
    );
  }

  async #fold(patches: readonly (Patch | undefined)[]): Promise<FoldedBatch> {
    const groups = groupPatches(patches);
    const reader = new PatchReader(this.log);
    await reader.load(refsOf(this.tables, groups, this.#hot));
    try {
      return foldBatch(this.tables, groups, reader, this.#hot);
    } catch (cause) {
      throw badPatch(cause);
    }
  }

  #apply(batch: FoldedBatch, firstRef: PatchRef): TraceId[] {
    const { traces, observations } = this.tables;
    const touched = new Set<TraceId>();
    const brought = new Map<number, number>();
    for (const { id, item, state, places } of batch.traces) {
      const row = this.#touch(id, touched);
      traces.setOwn(row, item);
      for (const place of places) traces.patches.push(row, firstRef + place);
      this.#hot.traces.keep(row, state);
      if (this.ownIds.isUsed) this.ownIds.set(row, readTracePayload(state, null).metadata);
    }
    for (const { item, state, places } of batch.observations) {
      const traceRow = this.#touch(item.traceId, touched);
      const firstBefore = traces.firstObservation.get(traceRow);
      const row = this.#observationRow(traceRow, item);
      observations.set(row, item);
      // What is new becomes the first of its trace's chain.
      this.held.noteWrite(traceRow, row, traces.firstObservation.get(traceRow) !== firstBefore);
      for (const place of places) observations.patches.push(row, firstRef + place);
      if (state !== null) this.#hot.observations.keep(row, state);
      brought.set(traceRow, (brought.get(traceRow) ?? 0) + 1);
    }
    for (const { item, state, places } of batch.scores) {
      const row = this.#setScore(item, places, firstRef, touched);
      this.#hot.scores.keep(row, state);
    }
    this.#sumUpCheap(brought);
    this.#version += 1;
    return [...touched];
  }

  /**
   * Sums up traces now of which a batch brought a good part, so that a million of them do not wait for the first reader.
   * Others wait: a large trace that comes in small batches would be summed up again and again.
   */
  #sumUpCheap(brought: ReadonlyMap<number, number>): void {
    const { observationCount } = this.tables.traces;
    for (const [row, count] of brought) {
      const isCheap = observationCount.get(row) <= count * CHEAP_SHARE;
      if (isCheap && this.#stale.delete(row)) summarizeTrace(this.tables, row);
    }
  }

  #touch(id: TraceId, touched: Set<TraceId>): number {
    const { traces } = this.tables;
    const known = traces.find(id);
    const row = known < 0 ? traces.add(id) : known;
    this.#stale.add(row);
    touched.add(id);
    return row;
  }

  #observationRow(traceRow: number, { id }: Observation): number {
    const { traces, observations } = this.tables;
    const known = observations.find(traceRow, id);
    if (known >= 0) return known;
    const row = observations.add(traceRow, id, traces.firstObservation.get(traceRow));
    traces.firstObservation.set(traceRow, row + 1);
    return row;
  }

  #setScore(score: Score, places: readonly number[], firstRef: PatchRef, touched: Set<TraceId>): number {
    const { scores } = this.tables;
    const known = scores.find(score.id);
    const row = known < 0 ? scores.add(score.id) : known;
    const before = scores.get(row)?.traceId ?? null;
    if (before !== null && before !== score.traceId) {
      const left = this.#touch(before, touched);
      scores.leaveTrace(row, left);
      if (this.#isEmpty(left)) this.#removeTrace(left);
    }
    scores.set(row, score, score.traceId === null ? -1 : this.#touch(score.traceId, touched));
    for (const place of places) scores.patches.push(row, firstRef + place);
    return row;
  }

  /** Whether nothing is left of a trace that only a score had spoken of. */
  #isEmpty(row: number): boolean {
    const { traces, scores } = this.tables;
    return (
      traces.patches.isEmpty(row) &&
      traces.firstObservation.get(row) === 0 &&
      scores.rowsOfTrace(row).length === 0
    );
  }

  #removeTraces(rows: readonly number[]): void {
    for (const row of rows) this.#removeTrace(row);
    this.#version += 1;
  }

  #removeTrace(row: number): void {
    const { traces, observations, scores } = this.tables;
    for (const member of membersOf(traces, observations, row)) {
      this.#hot.observations.forget(member);
      observations.remove(member);
    }
    for (const score of scores.rowsOfTrace(row)) {
      scores.leaveTrace(score, row);
      this.#hot.scores.forget(score);
      scores.remove(score);
    }
    this.#stale.delete(row);
    this.#hot.traces.forget(row);
    this.held.forget(row);
    this.ownIds.remove(row);
    traces.remove(row);
  }
}

/** An error of folding: patches whose fields are not what their types say. */
function badPatch(cause: unknown): StoreError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StoreError('bad-patch', `A patch cannot be folded: ${why}. Nothing of its batch was stored.`, {
    cause,
  });
}
