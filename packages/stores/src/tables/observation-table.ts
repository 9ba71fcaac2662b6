import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '@oriel/core';
import type { Bytes, EpochMs, Observation, PromptLink } from '@oriel/core';
import { AmountColumns } from '../columns/amount-columns.ts';
import { jsonDictionary, textDictionary } from '../columns/dictionary.ts';
import { IdColumn, hashId } from '../columns/id-column.ts';
import { IntegerColumn } from '../columns/integer-column.ts';
import { memoryOf } from '../columns/memory-of.ts';
import { MetadataColumns } from '../columns/metadata-columns.ts';
import { NumberColumn } from '../columns/number-column.ts';
import { RowIndex } from '../columns/row-index.ts';
import { RowPlaces } from '../columns/row-places.ts';
import { RowSpace } from '../columns/row-space.ts';
import { loadParts, saveParts } from '../columns/saved-parts.ts';
import type { PartReader, PartWriter } from '../columns/saved-parts.ts';
import { PatchChains } from '../log/patch-chains.ts';
import { GraphTasks } from './graph-tasks.ts';

/** What `parent` holds where it is no row + {@link FIRST_PARENT}. */
const NO_PARENT = 0;
const ABSENT_PARENT = 1;
const FIRST_PARENT = 2;

const APP_ROOT = 1;
const INTERRUPTED = 2;

/** A row of a `Map` from a row to an id, measured in V8. */
const ABSENT_PARENT_BYTES = 90;

/** Every observation of the store without its payload, a column for each field. */
export class ObservationTable {
  readonly rows = new RowSpace();
  readonly patches = new PatchChains();
  readonly ids = new IdColumn();
  /** Row of the trace + 1; 0 for rows that are free. */
  readonly trace = new IntegerColumn();
  /** The next row of the same trace + 1; 0 at the end. */
  readonly next = new IntegerColumn();
  readonly startTime = new NumberColumn();
  readonly endTime = new NumberColumn();
  readonly type = new IntegerColumn();
  readonly level = new IntegerColumn();
  readonly name = new IntegerColumn();
  readonly model = new IntegerColumn();
  readonly environment = new IntegerColumn();
  readonly version = new IntegerColumn();
  readonly statusMessage = new IntegerColumn();
  readonly prompt = new IntegerColumn();
  /** Where model calls have what only they have. */
  readonly calls = new RowPlaces();
  /** By place in `calls`. */
  readonly completionStartTime = new NumberColumn();
  readonly usage = new AmountColumns(this.calls);
  readonly cost = new AmountColumns(this.calls);
  readonly metadata = new MetadataColumns();

  readonly types = textDictionary(OBSERVATION_TYPES);
  readonly levels = textDictionary(OBSERVATION_LEVELS);
  readonly names = textDictionary();
  readonly models = textDictionary();
  readonly environments = textDictionary();
  readonly versions = textDictionary();
  readonly statusMessages = textDictionary();
  readonly prompts = jsonDictionary<PromptLink>();
  readonly graphs = new GraphTasks();

  readonly #parent = new IntegerColumn();
  /** Parents that have not arrived, by row: most never stay here for long. */
  readonly #absentParents = new Map<number, string>();
  readonly graph = new IntegerColumn();
  readonly #flags = new IntegerColumn();
  readonly #index = new RowIndex((row) => hashInTrace(this.trace.get(row) - 1, this.ids.hash(row)));

  /** -1 when the trace has no such observation. */
  find(traceRow: number, id: string): number {
    const isId = this.ids.matcher(id);
    const owner = traceRow + 1;
    return this.#index.find(
      hashInTrace(traceRow, hashId(id)),
      (row) => this.trace.get(row) === owner && isId(row),
    );
  }

  /** A new row for an observation of a trace, `next` in front of the trace's others. */
  add(traceRow: number, id: string, next: number): number {
    const row = this.rows.take();
    this.ids.set(row, id);
    this.trace.set(row, traceRow + 1);
    this.next.set(row, next);
    this.#index.add(row);
    return row;
  }

  set(row: number, observation: Observation): void {
    this.metadata.forget(row);
    this.#setParent(row, observation.parentId);
    this.startTime.set(row, observation.startTime);
    this.endTime.set(row, observation.endTime);
    this.#setCompletionStart(row, observation.completionStartTime);
    this.type.set(row, this.types.codeOf(observation.type));
    this.level.set(row, this.levels.codeOf(observation.level));
    this.name.set(row, this.names.codeOf(observation.name));
    this.model.set(row, this.models.codeOf(observation.model));
    this.environment.set(row, this.environments.codeOf(observation.environment));
    this.version.set(row, this.versions.codeOf(observation.version));
    this.statusMessage.set(row, this.statusMessages.codeOf(observation.statusMessage));
    this.prompt.set(row, this.prompts.codeOf(observation.prompt));
    this.graph.set(row, this.graphs.codeOf(observation.graph));
    this.usage.set(row, observation.usage);
    this.cost.set(row, observation.cost);
    this.#flags.set(
      row,
      (observation.isAppRoot ? APP_ROOT : 0) | (observation.isInterrupted ? INTERRUPTED : 0),
    );
  }

  get(row: number, traceId: string): Observation {
    const flags = this.#flags.get(row);
    return {
      id: this.ids.get(row),
      traceId,
      parentId: this.parentId(row),
      type: this.types.valueOf(this.type.get(row)) ?? 'SPAN',
      name: this.names.valueOf(this.name.get(row)),
      startTime: this.startTime.get(row) ?? 0,
      endTime: this.endTime.get(row),
      completionStartTime: this.completionStartTime.get(this.calls.placeOf(row)),
      level: this.levels.valueOf(this.level.get(row)) ?? 'DEFAULT',
      statusMessage: this.statusMessages.valueOf(this.statusMessage.get(row)),
      model: this.models.valueOf(this.model.get(row)),
      usage: this.usage.get(row),
      cost: this.cost.get(row),
      prompt: this.prompts.valueOf(this.prompt.get(row)),
      environment: this.environments.valueOf(this.environment.get(row)) ?? 'default',
      version: this.versions.valueOf(this.version.get(row)),
      isAppRoot: (flags & APP_ROOT) !== 0,
      isInterrupted: (flags & INTERRUPTED) !== 0,
      graph: this.graphs.valueOf(this.graph.get(row)),
    };
  }

  /** Frees a row. The caller has taken it out of its trace. */
  remove(row: number): void {
    this.#index.remove(row);
    this.#absentParents.delete(row);
    this.metadata.forget(row);
    this.usage.clear(row);
    this.cost.clear(row);
    this.#setCompletionStart(row, null);
    this.calls.giveBack(row);
    this.patches.clear(row);
    this.ids.clear(row);
    this.trace.set(row, 0);
    this.rows.giveBack(row);
  }

  parentId(row: number): string | null {
    const parent = this.#parent.get(row);
    if (parent === NO_PARENT) return null;
    return parent === ABSENT_PARENT
      ? (this.#absentParents.get(row) ?? null)
      : this.ids.get(parent - FIRST_PARENT);
  }

  /** It has no parent, or its producer marked it as the root of its application. */
  isRoot(row: number): boolean {
    return this.#parent.get(row) === NO_PARENT || (this.#flags.get(row) & APP_ROOT) !== 0;
  }

  /** How well an observation may speak for its trace (`primaryRoot` of core): 2 a true root, 1 its parent is missing. */
  rootRank(row: number): number {
    if (this.isRoot(row)) return 2;
    return this.#parent.get(row) === ABSENT_PARENT && !this.#findParent(row) ? 1 : 0;
  }

  get memoryUsage(): Bytes {
    const hidden = [this.#parent, this.#flags, this.#index];
    return memoryOf(this) + memoryOf(hidden) + this.#absentParents.size * ABSENT_PARENT_BYTES;
  }

  save(parts: PartWriter): void {
    saveParts(this, parts);
    this.#parent.save(parts.under('#parent'));
    this.#flags.save(parts.under('#flags'));
    this.#index.save(parts.under('#index'));
    parts.json('#absentParents', [...this.#absentParents]);
  }

  load(parts: PartReader): void {
    loadParts(this, parts);
    this.#parent.load(parts.under('#parent'));
    this.#flags.load(parts.under('#flags'));
    this.#index.load(parts.under('#index'));
    for (const [row, id] of parts.json('#absentParents') as [number, string][]) {
      this.#absentParents.set(row, id);
    }
  }

  #setCompletionStart(row: number, moment: EpochMs | null): void {
    const place = moment === null ? this.calls.placeOf(row) : this.calls.take(row);
    if (place !== 0) this.completionStartTime.set(place, moment);
  }

  #setParent(row: number, parentId: string | null): void {
    this.#absentParents.delete(row);
    const parent = parentId === null ? -1 : this.find(this.trace.get(row) - 1, parentId);
    if (parentId !== null && parent < 0) this.#absentParents.set(row, parentId);
    this.#parent.set(row, parentId === null ? NO_PARENT : parent < 0 ? ABSENT_PARENT : parent + FIRST_PARENT);
  }

  /** Points a row at its absent parent if that has arrived. */
  #findParent(row: number): boolean {
    this.#setParent(row, this.parentId(row));
    return this.#parent.get(row) !== ABSENT_PARENT;
  }
}

function hashInTrace(traceRow: number, idHash: number): number {
  return (idHash ^ Math.imul(traceRow + 1, 0x9e3779b1)) >>> 0;
}
