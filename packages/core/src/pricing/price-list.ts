import type { Usd } from '../model/units.ts';

/**
 * What calls of models cost, as plain JSON: it can be stored as a document and cross a worker. US dollars only.
 * Check one that people edit with `checkPriceList`.
 */
export interface PriceList {
  /** Shown beside every cost computed with it. */
  readonly name: string;
  /** The day these prices were right, `2026-11-23`. */
  readonly date: string;
  readonly rules: readonly PriceRule[];
}

/** The prices of a model, or of a family of models that cost the same. */
export interface PriceRule {
  /** Unique in its list; a model name is a good one. */
  readonly id: string;
  /**
   * A regular expression that finds the model's name, unanchored and case-sensitive as PostgreSQL's `~`: write
   * `(?i)^(openai/)?(gpt-4o)$` for the whole name in any case.
   */
  readonly matchPattern: string;
  /**
   * ISO 8601 day or time from which on the prices hold, for calls that started then or later. Default: always.
   * Among rules of one list that match, the latest that already holds counts; rules without a start come last.
   */
  readonly startDate?: string | null | undefined;
  /** Exactly one of them is the default. */
  readonly tiers: readonly PriceTier[];
}

/** Prices under conditions, such as a service tier or a long context. */
export interface PriceTier {
  readonly name: string;
  /** The default has no conditions and counts where no other tier does. */
  readonly isDefault: boolean;
  /** Tiers are tried from the lowest up; the first whose conditions all hold counts. The default's is 0. */
  readonly priority: number;
  /** All must hold. A tier without conditions that is not the default never counts. */
  readonly conditions: readonly PriceCondition[];
  /**
   * US dollars for one unit, by usage key: `{ input: 2.5e-6 }`. Keys are exact and case-sensitive; the same tokens
   * may be priced under several names. A price for `total` makes the total cost, whatever the other keys come to.
   */
  readonly prices: Readonly<Record<string, Usd>>;
}

export type PriceCondition = UsageCondition | AttributeCondition;

export const USAGE_OPERATORS = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const;
export type UsageOperator = (typeof USAGE_OPERATORS)[number];

/** Compares the sum of all usage keys that a pattern finds: `input` finds `input_cached_tokens`, too. */
export interface UsageCondition {
  readonly kind: 'usage';
  /** A regular expression, unanchored. */
  readonly keyPattern: string;
  readonly operator: UsageOperator;
  /** In the unit of the usage keys. */
  readonly value: number;
  /** Default `false`. */
  readonly isCaseSensitive?: boolean | undefined;
}

/** Holds where a top-level key of the observation's model parameters or metadata has one of the values. */
export interface AttributeCondition {
  readonly kind: 'attribute';
  readonly source: 'modelParameters' | 'metadata';
  /** Exact name, no path. */
  readonly key: string;
  /** Compared as text: `true` and `4` of a client are `'true'` and `'4'` here. */
  readonly values: readonly string[];
}
