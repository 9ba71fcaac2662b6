import type { JsonObject } from './json.ts';

/** How an observation's fields were made of what its client sent. A member is `null` where it does not apply. */
export interface Provenance {
  /** The vocabulary that decided what the observation is, such as `langfuse`, `gen-ai` or `openinference`. */
  readonly convention: string | null;
  /**
   * The rule that made `usage` of the client's counts, such as `openai-chat`. `aggregate`: the counts only repeat those
   * of the calls below, so they are in `rawUsage` alone and no total doubles.
   */
  readonly usageRule: string | null;
  /** The client's counts as sent. */
  readonly rawUsage: JsonObject | null;
  /** What is doubtful about the counts, such as `parts-exceed-total`. */
  readonly usageWarning: string | null;
  /** What the costs were computed with; `null` where the client sent costs, and where nothing could be priced. */
  readonly pricing: PricingProvenance | null;
}

/** Where computed costs come from. */
export interface PricingProvenance {
  /** The price list, with its date. */
  readonly list: string;
  /** The rule of the list that matched the model. */
  readonly rule: string;
  readonly tier: string;
  /** Usage keys that the tier has no price for: their units are not in the cost. */
  readonly unpriced: readonly string[];
}
