import { OBSERVATION_LEVELS } from '@oriel/core';
import type { Bytes, EpochMs, ObservationLevel, Trace, TraceId } from '@oriel/core';
import { AmountColumns } from '../columns/amount-columns.ts';
import { jsonDictionary, textDictionary } from '../columns/dictionary.ts';
import { IntegerColumn } from '../columns/integer-column.ts';
import { memoryOf } from '../columns/memory-of.ts';
import { MetadataColumns } from '../columns/metadata-columns.ts';
import { NumberColumn } from '../columns/number-column.ts';
import { RowPlaces } from '../columns/row-places.ts';
import { RowSpace } from '../columns/row-space.ts';
import { loadParts, saveParts } from '../columns/saved-parts.ts';
import type { PartReader, PartWriter } from '../columns/saved-parts.ts';
import { stringBytes } from '../columns/string-bytes.ts';
import { PatchChains } from '../log/patch-chains.ts';

/** An entry of a `Map` and of a list, measured in V8 with 64-bit pointers. */
const ENTRY_BYTES = 8 + 48;

/** In columns of yes and no; 0 is no value. */
const IS_FALSE = 1;
const IS_TRUE = 2;

/** What a trace's own patches say of it, without what its observations add. */
export interface OwnTrace extends Pick<
  Trace,
  'userId' | 'sessionId' | 'release' | 'version' | 'tags' | 'public' | 'isVirtual' | 'sampleRate'
> {
  readonly name: string | null;
  readonly timestamp: EpochMs | null;
  readonly environment: string | null;
  readonly firstAt: EpochMs;
}

/** Every trace as lists show it, a column for each field, and which observations are in it. */
export class TraceTable {
  readonly rows = new RowSpace();
  readonly patches = new PatchChains();
  /** First observation's row + 1; 0 without observations. */
  readonly firstObservation = new IntegerColumn();
  /** The observation that speaks for the trace (`primaryRoot` of core), its row + 1; 0 without observations. */
  readonly root = new IntegerColumn();
  readonly ownName = new IntegerColumn();
  readonly ownTimestamp = new NumberColumn();
  readonly ownEnvironment = new IntegerColumn();
  /** The earliest event time of the trace's own patches. */
  readonly firstAt = new NumberColumn();
  readonly timestamp = new NumberColumn();
  readonly startTime = new NumberColumn();
  readonly endTime = new NumberColumn();
  readonly latency = new NumberColumn();
  readonly sampleRate = new NumberColumn();
  readonly observationCount = new IntegerColumn();
  readonly level = new IntegerColumn();
  readonly levelCounts = OBSERVATION_LEVELS.map(() => new IntegerColumn());
  readonly name = new IntegerColumn();
  readonly userId = new IntegerColumn();
  readonly sessionId = new IntegerColumn();
  readonly environment = new IntegerColumn();
  readonly release = new IntegerColumn();
  readonly version = new IntegerColumn();
  readonly tags = new IntegerColumn();
  readonly public = new IntegerColumn();
  readonly isVirtual = new IntegerColumn();
  /** Where traces with model calls have what these used. */
  readonly calls = new RowPlaces();
  readonly usage = new AmountColumns(this.calls);
  readonly cost = new AmountColumns(this.calls);
  readonly metadata = new MetadataColumns();

  readonly levels = textDictionary(OBSERVATION_LEVELS);
  readonly names = textDictionary();
  readonly userIds = textDictionary();
  readonly sessionIds = textDictionary();
  readonly environments = textDictionary();
  readonly releases = textDictionary();
  readonly versions = textDictionary();
  readonly tagSets = jsonDictionary<readonly string[]>();

  readonly #ids: (TraceId | undefined)[] = [];
  readonly #byId = new Map<TraceId, number>();
  #idBytes = 0;

  /** -1 when the store does not know the trace. */
  find(id: TraceId): number {
    return this.#byId.get(id) ?? -1;
  }

  add(id: TraceId): number {
    const row = this.rows.take();
    this.#ids[row] = id;
    this.#byId.set(id, row);
    this.setOwn(row, null);
    this.#idBytes += stringBytes(id) + ENTRY_BYTES;
    return row;
  }

  /** `null` for rows that are free. */
  idOf(row: number): TraceId | null {
    return this.#ids[row] ?? null;
  }

  /** What the trace's own patches say; `null` takes back that anybody spoke of it. */
  setOwn(row: number, own: OwnTrace | null): void {
    this.metadata.forget(row);
    this.ownName.set(row, this.names.codeOf(own?.name ?? null));
    this.ownTimestamp.set(row, own?.timestamp ?? null);
    this.ownEnvironment.set(row, this.environments.codeOf(own?.environment ?? null));
    this.firstAt.set(row, own?.firstAt ?? null);
    this.sampleRate.set(row, own?.sampleRate ?? null);
    this.userId.set(row, this.userIds.codeOf(own?.userId ?? null));
    this.sessionId.set(row, this.sessionIds.codeOf(own?.sessionId ?? null));
    this.release.set(row, this.releases.codeOf(own?.release ?? null));
    this.version.set(row, this.versions.codeOf(own?.version ?? null));
    this.tags.set(row, this.tagSets.codeOf(own?.tags ?? []));
    this.public.set(row, own?.public === true ? IS_TRUE : IS_FALSE);
    this.isVirtual.set(row, own?.isVirtual === false ? IS_FALSE : IS_TRUE);
  }

  get(row: number): Trace {
    return {
      id: this.idOf(row) ?? '',
      name: this.names.valueOf(this.name.get(row)),
      timestamp: this.timestamp.get(row) ?? 0,
      startTime: this.startTime.get(row) ?? 0,
      endTime: this.endTime.get(row),
      latency: this.latency.get(row),
      userId: this.userIds.valueOf(this.userId.get(row)),
      sessionId: this.sessionIds.valueOf(this.sessionId.get(row)),
      environment: this.environments.valueOf(this.environment.get(row)) ?? 'default',
      release: this.releases.valueOf(this.release.get(row)),
      version: this.versions.valueOf(this.version.get(row)),
      tags: this.tagSets.valueOf(this.tags.get(row)) ?? [],
      public: this.public.get(row) === IS_TRUE,
      isVirtual: this.isVirtual.get(row) === IS_TRUE,
      sampleRate: this.sampleRate.get(row),
      level: this.levels.valueOf(this.level.get(row)) ?? 'DEFAULT',
      levelCounts: this.#readLevelCounts(row),
      observationCount: this.observationCount.get(row),
      usage: this.usage.get(row),
      cost: this.cost.get(row),
    };
  }

  /** Frees a row. The caller has freed its observations. */
  remove(row: number): void {
    const id = this.idOf(row) ?? '';
    this.#idBytes -= stringBytes(id) + ENTRY_BYTES;
    this.#byId.delete(id);
    this.#ids[row] = undefined;
    this.firstObservation.set(row, 0);
    this.root.set(row, 0);
    this.usage.clear(row);
    this.cost.clear(row);
    this.calls.giveBack(row);
    this.patches.clear(row);
    this.rows.giveBack(row);
  }

  get memoryUsage(): Bytes {
    return this.#idBytes + memoryOf(this) + memoryOf(this.levelCounts);
  }

  save(parts: PartWriter): void {
    saveParts(this, parts);
    for (const [place, column] of this.levelCounts.entries()) column.save(parts.under(`levelCount${place}`));
    parts.list('#ids', this.#ids);
  }

  load(parts: PartReader): void {
    loadParts(this, parts);
    for (const [place, column] of this.levelCounts.entries()) column.load(parts.under(`levelCount${place}`));
    for (const [row, id] of (parts.json('#ids') as (TraceId | null)[]).entries()) {
      this.#ids[row] = id ?? undefined;
      if (id === null) continue;
      this.#byId.set(id, row);
      this.#idBytes += stringBytes(id) + ENTRY_BYTES;
    }
  }

  #readLevelCounts(row: number): Record<ObservationLevel, number> {
    const counts = { DEBUG: 0, DEFAULT: 0, WARNING: 0, ERROR: 0 };
    for (const [place, level] of OBSERVATION_LEVELS.entries()) {
      counts[level] = this.levelCounts[place]?.get(row) ?? 0;
    }
    return counts;
  }
}
