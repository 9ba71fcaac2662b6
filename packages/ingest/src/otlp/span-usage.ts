import type { JsonObject, Usage } from '@oriel/core';

/** The counts of a span, and how they came to be. */
export interface SpanUsage {
  /** Normalised: every token in one key besides `total`. */
  readonly usage: Usage;
  /** The rule that normalised them. */
  readonly rule: string;
  /** As sent. */
  readonly raw: JsonObject;
  /** What is doubtful about them. */
  readonly warning?: string | null;
}
