import type { GraphTask } from './graph-task.ts';
import type { ObservationId, ScoreId, SessionId, TraceId, UserId } from './ids.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Cost, ObservationLevel, ObservationType, PromptLink, Usage } from './observation.ts';
import type { Provenance } from './provenance.ts';
import type { ScoreDataType, ScoreSource } from './score.ts';
import type { ToolDefinition } from './tool-definition.ts';
import type { EpochMs } from './units.ts';

/**
 * A piece of a record, as a client sent it: records arrive in pieces, in any order, more than once. An absent
 * field says nothing. `null` clears a field only where the field's comment says so; elsewhere it says nothing too.
 * What pieces make together is decided by the merge rules (`mergeTrace`, `mergeObservation`, `mergeScore`).
 */
export type Patch = TracePatch | ObservationPatch | ScorePatch;

interface PatchBase {
  /** Event time: where two patches set the same field, the later one counts. */
  readonly at: EpochMs;
  /** Breaks ties of `at`: an update counts as later than a create. Default `create`. */
  readonly mode?: 'create' | 'update' | undefined;
}

export interface TracePatch extends PatchBase {
  readonly kind: 'trace';
  readonly id: TraceId;
  /** A client sent the trace as a record of its own. */
  readonly isRecord?: boolean | undefined;
  /** The earliest one counts, whatever its event time. */
  readonly timestamp?: EpochMs | undefined;
  /** `null` clears. */
  readonly name?: string | null | undefined;
  /** `null` clears. */
  readonly userId?: UserId | null | undefined;
  /** `null` clears. */
  readonly sessionId?: SessionId | null | undefined;
  /** The earliest event's counts: a record never moves. */
  readonly environment?: string | undefined;
  /** `null` clears. */
  readonly release?: string | null | undefined;
  /** `null` clears. */
  readonly version?: string | null | undefined;
  /** Joined with all tags ever sent. */
  readonly tags?: readonly string[] | undefined;
  readonly public?: boolean | undefined;
  /** Share of the traces like this one that is kept, over 0 and at most 1. The lowest counts. */
  readonly sampleRate?: number | undefined;
  readonly input?: JsonValue | undefined;
  readonly output?: JsonValue | undefined;
  /** Merged deeply with all metadata ever sent. */
  readonly metadata?: JsonObject | undefined;
}

export interface ObservationPatch extends PatchBase {
  readonly kind: 'observation';
  readonly id: ObservationId;
  readonly traceId: TraceId;
  readonly parentId?: ObservationId | null | undefined;
  /** SPAN gives way to any other type. */
  readonly type?: ObservationType | undefined;
  /** `null` clears. */
  readonly name?: string | null | undefined;
  /** The earliest event's counts; an observation nobody gave a start begins at its first event. */
  readonly startTime?: EpochMs | undefined;
  readonly endTime?: EpochMs | null | undefined;
  readonly completionStartTime?: EpochMs | null | undefined;
  /** `null` clears, to DEFAULT. */
  readonly level?: ObservationLevel | null | undefined;
  readonly statusMessage?: string | null | undefined;
  /** `null` clears. */
  readonly model?: string | null | undefined;
  readonly modelParameters?: JsonObject | undefined;
  /** Replaced as a whole; an empty map says nothing. */
  readonly usage?: Usage | undefined;
  /** What the client says it cost. Replaced as a whole; an empty map says nothing. */
  readonly cost?: Cost | undefined;
  /**
   * What a price list makes of the usage. Counts where no client ever says a cost, whenever either comes. `null` clears:
   * nobody knows the price any more.
   */
  readonly computedCost?: Cost | null | undefined;
  readonly prompt?: PromptLink | undefined;
  /** The earliest event's counts. */
  readonly environment?: string | undefined;
  readonly version?: string | null | undefined;
  readonly isAppRoot?: boolean | undefined;
  /** True counts. */
  readonly isInterrupted?: boolean | undefined;
  readonly graph?: GraphTask | undefined;
  readonly input?: JsonValue | undefined;
  readonly output?: JsonValue | undefined;
  /**
   * Messages that arrive one by one, such as log records, by keys that sort as the messages do. Joined with all ever
   * sent; their list is the `input` of an observation for which nobody sends one whole.
   */
  readonly inputMessages?: Readonly<Record<string, JsonValue>> | undefined;
  /** As `inputMessages`, for the output. */
  readonly outputMessages?: Readonly<Record<string, JsonValue>> | undefined;
  /** Replaced as a whole; an empty list says nothing. */
  readonly tools?: readonly ToolDefinition[] | undefined;
  /** Member by member, the later one counts; `null` says nothing. */
  readonly provenance?: Partial<Provenance> | undefined;
  /** Merged deeply with all metadata ever sent. */
  readonly metadata?: JsonObject | undefined;
}

export interface ScorePatch extends PatchBase {
  readonly kind: 'score';
  readonly id: ScoreId;
  readonly name?: string | undefined;
  readonly value?: number | string | undefined;
  readonly dataType?: ScoreDataType | undefined;
  readonly source?: ScoreSource | undefined;
  /** The earliest event's counts, as for the other targets. */
  readonly traceId?: TraceId | null | undefined;
  readonly observationId?: ObservationId | null | undefined;
  readonly sessionId?: SessionId | null | undefined;
  readonly datasetRunId?: string | null | undefined;
  readonly comment?: string | null | undefined;
  readonly configId?: string | null | undefined;
  readonly authorId?: string | null | undefined;
  readonly metadata?: JsonObject | undefined;
  readonly environment?: string | undefined;
  /** The earliest event's counts. */
  readonly timestamp?: EpochMs | undefined;
}
