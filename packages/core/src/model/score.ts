import type { ObservationId, ScoreId, SessionId, TraceId } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { EpochMs } from './units.ts';

export const SCORE_DATA_TYPES = ['NUMERIC', 'CATEGORICAL', 'BOOLEAN', 'TEXT', 'CORRECTION'] as const;
export type ScoreDataType = (typeof SCORE_DATA_TYPES)[number];

export const SCORE_SOURCES = ['API', 'EVAL', 'ANNOTATION'] as const;
export type ScoreSource = (typeof SCORE_SOURCES)[number];

/** A judgement of a trace, an observation, a session or a dataset run (reference 1.5). */
export interface Score {
  readonly id: ScoreId;
  readonly name: string;
  /** A number for NUMERIC, 0 or 1 for BOOLEAN, text for the others. */
  readonly value: number | string;
  readonly dataType: ScoreDataType;
  readonly source: ScoreSource;
  readonly traceId: TraceId | null;
  /** Only together with `traceId`. */
  readonly observationId: ObservationId | null;
  readonly sessionId: SessionId | null;
  readonly datasetRunId: string | null;
  readonly comment: string | null;
  readonly configId: string | null;
  /** Who gave it, by the id the producer knows them by; `null` where a program did or nobody said. */
  readonly authorId: string | null;
  readonly metadata: JsonObject;
  readonly environment: string;
  readonly timestamp: EpochMs;
}
