import type { ObservationId, TraceId } from '../model/ids.ts';
import type { Observation, ObservationPayload } from '../model/observation.ts';
import type { ObservationPatch, Patch, ScorePatch, TracePatch } from '../model/patch.ts';
import type { Score } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import type { Trace, TracePayload, TraceStructure } from '../model/trace.ts';
import type { User } from '../model/user.ts';
import type { AggregateAnswer, AggregateQuery } from '../query/aggregate/aggregate-query.ts';
import type { Facet, FacetQuery } from '../query/aggregate/facet-query.ts';
import type { Filter } from '../query/filter.ts';
import type { Page, PageQuery } from '../query/page.ts';
import type { CallOptions } from './call-options.ts';

/**
 * Where traces are kept. Hooks, panels and the collector know storage only through this interface, so a store is
 * the one thing a host has to bring. The rules every store keeps are the chapters of `@oriel/core/conformance`.
 *
 * Every method may reject with `closed`, `aborted` and `unavailable`, and with nothing but a `StoreError`.
 */
export interface TraceStore {
  /** Version of this contract the store was written against. */
  readonly contract: 1;

  /** What the store can do. Callers ask here instead of guessing from the class. */
  readonly capabilities: TraceStoreCapabilities;

  /**
   * Folds a batch of patches into the records they name, all of it or none of it. Sending a batch twice, or two
   * batches in either order, ends in the same records. Once it resolves, the next read sees it.
   *
   * @throws `too-large` - more patches than `capabilities.maxBatch`.
   * @throws `bad-patch` - a patch without an id, a time or a known kind.
   * @throws `unsupported` - the store is read-only.
   */
  write(patches: readonly Patch[], options?: CallOptions): Promise<void>;

  /**
   * The trace somebody means by an id of their own: the id itself, the trace that SDKs derive from it as a seed,
   * the other spelling of a UUID, or a trace that carries it as a text under a metadata key declared to the store; of
   * several that carry it, the one that `listTraces` lists first. `null` when nothing fits.
   *
   * @throws `bad-query`
   */
  resolveTraceId(anyId: string, query?: ResolveQuery, options?: CallOptions): Promise<TraceId | null>;

  /** One trace without payloads, whole however large; `null` if the store does not know it. */
  readTrace(traceId: TraceId, options?: CallOptions): Promise<TraceStructure | null>;

  /** What went in and out of a trace and of the named observations; unknown observations are left out. */
  readPayloads(query: PayloadQuery, options?: CallOptions): Promise<TracePayloads>;

  /** @throws `bad-query`, `bad-cursor` */
  listTraces(query?: PageQuery, options?: CallOptions): Promise<Page<Trace>>;
  /** @throws `bad-query`, `bad-cursor` */
  listObservations(query?: PageQuery, options?: CallOptions): Promise<Page<Observation>>;
  /** @throws `bad-query`, `bad-cursor` */
  listSessions(query?: PageQuery, options?: CallOptions): Promise<Page<Session>>;
  /** @throws `bad-query`, `bad-cursor` */
  listUsers(query?: PageQuery, options?: CallOptions): Promise<Page<User>>;
  /** @throws `bad-query`, `bad-cursor` */
  listScores(query?: PageQuery, options?: CallOptions): Promise<Page<Score>>;

  /**
   * What a dashboard's tile shows: measures of many records at once, by groups and by time.
   *
   * @throws `bad-query`
   * @throws `too-large` - an answer of more than {@link MAX_ROWS} rows: short time buckets over a long time.
   */
  aggregate(query: AggregateQuery, options?: CallOptions): Promise<AggregateAnswer>;

  /**
   * The values there are to filter by, with counts: one answer for each field, in the order asked for.
   *
   * @throws `bad-query`
   */
  facets(query: FacetQuery, options?: CallOptions): Promise<readonly Facet[]>;

  /**
   * Forgets traces with their observations, payloads and scores. Unknown ids are no error.
   *
   * @throws `unsupported` - the store is read-only.
   */
  deleteTraces(traceIds: readonly TraceId[], options?: CallOptions): Promise<void>;

  /**
   * Calls back after each change, at the latest when the next read would see it. Several changes may come as one.
   * Returns the function that ends the subscription.
   */
  subscribe(listener: (change: TraceChange) => void): () => void;

  /** Frees connections and timers. Safe to call twice; later calls reject with `closed`. */
  close(): Promise<void>;
}

export interface TraceStoreCapabilities {
  /** Writes survive the process. */
  readonly durable: boolean;
  /** `write` and `deleteTraces` are supported. */
  readonly writable: boolean;
  /** Scores may be written where nothing else may. Default: only what `writable` says. */
  readonly writesScores?: boolean | undefined;
  /** Most patches in one `write`. */
  readonly maxBatch: number;
  /** Subscribers are told of changes. Default: yes. Where not, whoever shows the store asks again. */
  readonly announces?: boolean | undefined;
  /**
   * What the place behind the store does not keep: it answers as if nobody had ever sent these fields. Default: it keeps
   * them all.
   */
  readonly omits?: readonly OmittedField[] | undefined;
}

/** A field of patches, such as `trace.sampleRate`. */
export type OmittedField =
  `trace.${keyof TracePatch}` | `observation.${keyof ObservationPatch}` | `score.${keyof ScorePatch}`;

export interface ResolveQuery {
  /** A filter of the traces view: answer as if the store held only the traces that meet it. Default: all of them. */
  readonly traces?: Filter | undefined;
}

export interface PayloadQuery {
  readonly traceId: TraceId;
  /** Default: none, only the trace's own payload. */
  readonly observationIds?: readonly ObservationId[] | undefined;
}

export interface TracePayloads {
  /** `null` if the store does not know the trace. */
  readonly trace: TracePayload | null;
  /** In the order asked for. */
  readonly observations: readonly ObservationPayload[];
}

/** What a subscriber is told. */
export interface TraceChange {
  readonly type: 'traces-written' | 'traces-deleted';
  /** Every trace touched; for scores without a trace, none. */
  readonly traceIds: readonly TraceId[];
}
