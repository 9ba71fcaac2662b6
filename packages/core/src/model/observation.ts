import type { GraphTask } from './graph-task.ts';
import type { ObservationId, TraceId } from './ids.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Provenance } from './provenance.ts';
import type { ToolDefinition } from './tool-definition.ts';
import type { EpochMs, Tokens, Usd } from './units.ts';

/** The ten kinds of node, spelled as the Langfuse API spells them. */
export const OBSERVATION_TYPES = [
  'SPAN',
  'EVENT',
  'GENERATION',
  'AGENT',
  'TOOL',
  'CHAIN',
  'RETRIEVER',
  'EVALUATOR',
  'EMBEDDING',
  'GUARDRAIL',
] as const;
export type ObservationType = (typeof OBSERVATION_TYPES)[number];

/** Severities, mildest first. */
export const OBSERVATION_LEVELS = ['DEBUG', 'DEFAULT', 'WARNING', 'ERROR'] as const;
export type ObservationLevel = (typeof OBSERVATION_LEVELS)[number];

/** Units by usage key (`input`, `output`, `total`, `input_cached_tokens`, …). Details are exclusive of `input` and `output`. */
export type Usage = Readonly<Record<string, Tokens>>;
/** US dollars by the same keys as {@link Usage}, `total` among them. */
export type Cost = Readonly<Record<string, Usd>>;

/** The prompt a generation was made with. */
export interface PromptLink {
  readonly name: string;
  readonly version: number;
}

/**
 * A node of a trace without its payload: what trees, timelines and tables read. A whole trace of these loads at
 * once; payloads are read one by one ({@link ObservationPayload}).
 */
export interface Observation {
  readonly id: ObservationId;
  readonly traceId: TraceId;
  /** `null` directly under the trace. May name an observation that never arrives. */
  readonly parentId: ObservationId | null;
  readonly type: ObservationType;
  /** `null` when nobody named it; an empty name is kept as it came. */
  readonly name: string | null;
  readonly startTime: EpochMs;
  /** `null` while running, and for events. Never before `startTime`. */
  readonly endTime: EpochMs | null;
  /** When the first token arrived. */
  readonly completionStartTime: EpochMs | null;
  readonly level: ObservationLevel;
  readonly statusMessage: string | null;
  readonly model: string | null;
  readonly usage: Usage;
  readonly cost: Cost;
  readonly prompt: PromptLink | null;
  readonly environment: string;
  readonly version: string | null;
  /** The producer marked it as the root of its application although it has a parent elsewhere. */
  readonly isAppRoot: boolean;
  /** It stopped to wait for a person (LangGraph's `interrupt()`): a pause, not an error. */
  readonly isInterrupted: boolean;
  /** `null` outside LangGraph. */
  readonly graph: GraphTask | null;
}

/** What an observation was given and what it answered: read when somebody looks at it. */
export interface ObservationPayload {
  readonly id: ObservationId;
  /** `null` when nothing was captured. */
  readonly input: JsonValue;
  /** `null` when nothing was captured. */
  readonly output: JsonValue;
  readonly metadata: JsonObject;
  readonly modelParameters: JsonObject;
  /** Offered to the model; empty when none were, or nobody said. */
  readonly tools: readonly ToolDefinition[];
  readonly provenance: Provenance;
}
