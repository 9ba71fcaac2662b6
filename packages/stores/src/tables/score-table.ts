import type { Bytes, Score, ScoreId } from '@oriel/core';
import { textDictionary } from '../columns/dictionary.ts';
import { IntegerColumn } from '../columns/integer-column.ts';
import { memoryOf } from '../columns/memory-of.ts';
import { NumberColumn } from '../columns/number-column.ts';
import { RowSpace } from '../columns/row-space.ts';
import { loadParts, saveParts } from '../columns/saved-parts.ts';
import type { PartReader, PartWriter } from '../columns/saved-parts.ts';
import { stringBytes } from '../columns/string-bytes.ts';
import { PatchChains } from '../log/patch-chains.ts';

/** A score as an object with its places in two lists and a map, measured in V8; texts on top. */
const SCORE_BYTES = 330;

const NO_SCORES: readonly Score[] = [];

/** Every score: few beside observations, so they are kept as they are read, and in columns what dashboards ask for. */
export class ScoreTable {
  readonly rows = new RowSpace();
  readonly patches = new PatchChains();
  readonly name = new IntegerColumn();
  readonly source = new IntegerColumn();
  readonly dataType = new IntegerColumn();
  readonly environment = new IntegerColumn();
  readonly timestamp = new NumberColumn();
  /** The values that are numbers. */
  readonly number = new NumberColumn();
  readonly names = textDictionary();
  readonly sources = textDictionary();
  readonly dataTypes = textDictionary();
  readonly environments = textDictionary();
  readonly #scores: (Score | undefined)[] = [];
  readonly #byId = new Map<ScoreId, number>();
  /** Rows of the scores on a trace, by the trace's row. */
  readonly #byTrace = new Map<number, number[]>();
  /** Counted when somebody asks: a snapshot is loaded faster than the texts in it are measured. */
  #textBytes: Bytes | null = null;

  /** -1 when the store does not know the score. */
  find(id: ScoreId): number {
    return this.#byId.get(id) ?? -1;
  }

  get(row: number): Score | undefined {
    return this.#scores[row];
  }

  /** A row in use. */
  at(row: number): Score {
    const score = this.#scores[row];
    if (score === undefined) throw new Error(`Row ${row} holds no score.`);
    return score;
  }

  /** The scores of rows in use, by time, ties by id. */
  inOrder(rows: Iterable<number>): readonly Score[] {
    return Array.from(rows, (row) => this.at(row)).toSorted(compareScores);
  }

  /** The scores on a trace and on its observations, by time, ties by id. */
  ofTrace(traceRow: number): readonly Score[] {
    const rows = this.#byTrace.get(traceRow);
    return rows === undefined ? NO_SCORES : this.inOrder(rows);
  }

  rowsOfTrace(traceRow: number): readonly number[] {
    return this.#byTrace.get(traceRow) ?? [];
  }

  add(id: ScoreId): number {
    const row = this.rows.take();
    this.#byId.set(id, row);
    return row;
  }

  /** `traceRow` is the row of the trace that the score names; -1 without one. */
  set(row: number, score: Score, traceRow: number): void {
    if (this.#textBytes !== null) this.#textBytes += textBytes(score) - textBytes(this.#scores[row]);
    this.#scores[row] = score;
    this.name.set(row, this.names.codeOf(score.name));
    this.source.set(row, this.sources.codeOf(score.source));
    this.dataType.set(row, this.dataTypes.codeOf(score.dataType));
    this.environment.set(row, this.environments.codeOf(score.environment));
    this.timestamp.set(row, score.timestamp);
    this.number.set(row, typeof score.value === 'number' ? score.value : null);
    if (traceRow < 0) return;
    const rows = this.#byTrace.get(traceRow);
    if (rows === undefined) this.#byTrace.set(traceRow, [row]);
    else if (!rows.includes(row)) rows.push(row);
  }

  /** Takes a score off a trace. */
  leaveTrace(row: number, traceRow: number): void {
    const rows = this.rowsOfTrace(traceRow).filter((other) => other !== row);
    if (rows.length > 0) this.#byTrace.set(traceRow, rows);
    else this.#byTrace.delete(traceRow);
  }

  remove(row: number): void {
    const score = this.#scores[row];
    if (this.#textBytes !== null) this.#textBytes -= textBytes(score);
    if (score) this.#byId.delete(score.id);
    this.#scores[row] = undefined;
    this.patches.clear(row);
    this.rows.giveBack(row);
  }

  save(parts: PartWriter): void {
    saveParts(this, parts);
    parts.list('#scores', this.#scores);
    parts.json('#byTrace', [...this.#byTrace]);
  }

  load(parts: PartReader): void {
    loadParts(this, parts);
    for (const [row, score] of (parts.json('#scores') as (Score | null)[]).entries()) {
      this.#scores[row] = score ?? undefined;
      if (score !== null) this.#byId.set(score.id, row);
    }
    for (const [row, scores] of parts.json('#byTrace') as [number, number[]][]) {
      this.#byTrace.set(row, scores);
    }
  }

  get memoryUsage(): Bytes {
    this.#textBytes ??= this.#scores.reduce((bytes, score) => bytes + textBytes(score), 0);
    return this.#byId.size * SCORE_BYTES + this.#textBytes + memoryOf(this);
  }
}

/** The order of scores: by time, ties by id. */
function compareScores(a: Score, b: Score): number {
  return a.timestamp - b.timestamp || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function textBytes(score: Score | undefined): Bytes {
  if (!score) return 0;
  const { id, name, value, comment, metadata } = score;
  const texts = [id, name, typeof value === 'string' ? value : '', comment ?? ''];
  return [...texts, JSON.stringify(metadata)].reduce((bytes, text) => bytes + stringBytes(text), 0);
}
