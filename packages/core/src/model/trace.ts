import type { SessionId, TraceId, UserId } from './ids.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Cost, Observation, ObservationLevel, Usage } from './observation.ts';
import type { Score } from './score.ts';
import type { EpochMs, Milliseconds } from './units.ts';

/** One request or turn, with everything a list shows of it. Its payload is read apart ({@link TracePayload}). */
export interface Trace {
  readonly id: TraceId;
  /** The name a client gave it, else the name of its earliest true root. */
  readonly name: string | null;
  /** When the client says it began (reference 1.2), else the earliest observation's start. */
  readonly timestamp: EpochMs;
  /** Earliest of `timestamp` and all observations. */
  readonly startTime: EpochMs;
  /** Latest end (or start, where none ended) of its observations; `null` without observations. */
  readonly endTime: EpochMs | null;
  /** Latest end minus earliest start of its observations (reference 1.2); `null` without observations. */
  readonly latency: Milliseconds | null;
  readonly userId: UserId | null;
  readonly sessionId: SessionId | null;
  readonly environment: string;
  readonly release: string | null;
  readonly version: string | null;
  /** Sorted, without repetition. */
  readonly tags: readonly string[];
  readonly public: boolean;
  /** Nobody sent it as a record of its own: it is the set of its observations, as in OpenTelemetry. */
  readonly isVirtual: boolean;
  /** Share of the traces like this one that was kept, over 0 and at most 1; `null` when nobody sampled. */
  readonly sampleRate: number | null;
  /** The worst level among its observations; DEFAULT without any. */
  readonly level: ObservationLevel;
  readonly levelCounts: Readonly<Record<ObservationLevel, number>>;
  readonly observationCount: number;
  /** Sums over its observations, key by key. */
  readonly usage: Usage;
  /** Sums over its observations, key by key. */
  readonly cost: Cost;
}

/** What the trace as a whole was given and what it answered. */
export interface TracePayload {
  /** What a client set on the trace, else its root's input; `null` when neither was captured. */
  readonly input: JsonValue;
  /** What a client set on the trace, else its root's output; `null` when neither was captured. */
  readonly output: JsonValue;
  readonly metadata: JsonObject;
}

/** One trace as a whole, without payloads. */
export interface TraceStructure {
  readonly trace: Trace;
  /** By start time, ties by id. */
  readonly observations: readonly Observation[];
  /** Scores on the trace and on its observations, by time, ties by id. */
  readonly scores: readonly Score[];
}
