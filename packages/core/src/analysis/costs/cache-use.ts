import { sumNumbers } from '../../merge/running-sum.ts';
import type { EpochMs, Tokens, Usd } from '../../model/units.ts';
import { MAX_GROUPS, MAX_MEASURES } from '../../query/aggregate/aggregate-query.ts';
import type { AggregateAnswer, AggregateQuery } from '../../query/aggregate/aggregate-query.ts';
import type { CostQueries } from './cost-grouping.ts';
import { isCacheRead, isCacheWrite, isInput } from './usage-types.ts';
import type { UsageTypeRow } from './usage-types.ts';

/** US dollars for one unit by usage key, of a model at a moment; `null` where no list knows the model. */
export type PricesOfModel = (model: string, at: EpochMs) => Readonly<Record<string, Usd>> | null;

/** What caches of providers were good for. */
export interface CacheUse {
  /** Input that was read from a cache. */
  readonly readTokens: Tokens;
  /** All input. */
  readonly inputTokens: Tokens;
  /** Read from a cache, of all input, 0 to 1; `null` without input. */
  readonly share: number | null;
  /**
   * What the cached input would have cost more at the price of input that is not cached, less what writing to the cache
   * cost more than that. Below 0 where caching was not worth it.
   */
  readonly saved: Usd;
  /** Cached input whose model has no price in the lists: its saving is unknown and not in `saved`. */
  readonly unknownTokens: Tokens;
}

/** The keys that caching is about, as many as fit one question. */
function cacheKeys(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => isCacheRead(key) || isCacheWrite(key)).slice(0, MAX_MEASURES);
}

/** Asks for cached input by model and by day, since prices change; `null` where nothing was cached. */
export function cacheQuery({ observations }: CostQueries, keys: readonly string[]): AggregateQuery | null {
  const cached = cacheKeys(keys);
  if (cached.length === 0) return null;
  return {
    view: 'observations',
    ...observations,
    dimensions: ['model'],
    timeBucket: { unit: 'day', timeZone: 'UTC' },
    measures: cached.map((key) => ({ aggregate: 'sum', field: `usage.${key}` })),
    limit: MAX_GROUPS,
  };
}

/**
 * Reads the answer to a `cacheQuery`. Prices are those of the default tier of each model's rule as the day began, so
 * that service tiers and long contexts are left aside; start dates of prices are days.
 *
 * @param types - all kinds of usage, for the share.
 */
export function readCacheUse(
  keys: readonly string[],
  answer: AggregateAnswer | null,
  types: readonly UsageTypeRow[],
  pricesOf: PricesOfModel,
): CacheUse {
  const cached = cacheKeys(keys);
  const savings: Usd[] = [];
  let unknownTokens: Tokens = 0;
  for (const { group, bucket, isRest, values } of answer?.rows ?? []) {
    const model = isRest ? null : (group[0] ?? null);
    const prices = typeof model === 'string' && bucket !== null ? pricesOf(model, bucket) : null;
    for (const [place, key] of cached.entries()) {
      const units = values[place];
      if (typeof units !== 'number' || units === 0) continue;
      const plain = prices?.[uncachedKey(key)];
      const price = prices?.[key];
      if (plain !== undefined && price !== undefined) savings.push(units * (plain - price));
      else if (isCacheRead(key)) unknownTokens += units;
    }
  }
  const sumOf = (isIncluded: (key: string) => boolean) =>
    sumNumbers(types.filter(({ key }) => key !== null && isIncluded(key)).map(({ units }) => units));
  const inputTokens = sumOf(isInput);
  const readTokens = sumOf(isCacheRead);
  return {
    readTokens,
    inputTokens,
    share: inputTokens === 0 ? null : readTokens / inputTokens,
    saved: sumNumbers(savings),
    unknownTokens,
  };
}

/** What cached units would have been without a cache. */
function uncachedKey(key: string): string {
  return /audio/i.test(key) ? 'input_audio_tokens' : 'input';
}
