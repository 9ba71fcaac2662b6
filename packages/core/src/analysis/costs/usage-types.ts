import { sumNumbers, withoutNoise } from '../../merge/running-sum.ts';
import type { Tokens, Usd } from '../../model/units.ts';
import { MAX_MEASURES } from '../../query/aggregate/aggregate-query.ts';
import type { AggregateAnswer, AggregateQuery, TimeBucket } from '../../query/aggregate/aggregate-query.ts';
import type { FacetQuery, Facet } from '../../query/aggregate/facet-query.ts';
import type { CostQueries } from './cost-grouping.ts';
import type { CostSums } from './cost-rows.ts';

/** What one kind of usage came to, such as `output_reasoning_tokens`. */
export interface UsageTypeRow {
  /** `null`: what nobody split up, such as embeddings with nothing but a total. May be below 0, where parts are more than totals. */
  readonly key: string | null;
  readonly units: Tokens;
  readonly cost: Usd;
}

/** Asks which kinds of usage there are. */
export function usageKeysQuery({ observations }: CostQueries): FacetQuery {
  return { view: 'observations', ...observations, fields: ['usageKeys', 'costKeys'], limit: 100 };
}

/** The kinds of usage of an answer to {@link usageKeysQuery}, the most frequent first; never `total`. */
export function readUsageKeys(facets: readonly Facet[]): readonly string[] {
  const keys = facets.flatMap(({ values }) => values.map(({ value }) => String(value)));
  return [...new Set(keys)].filter((key) => key !== 'total');
}

/** Each takes two measures: units, and then cost. */
export const KEYS_OF_A_QUERY = MAX_MEASURES / 2;

/**
 * Asks what each kind of usage came to, in as many questions as it takes: for `readUsageTypes`, and with time buckets for
 * `usageTimeSeries`, too.
 */
export function usageTypeQueries(
  { observations }: CostQueries,
  keys: readonly string[],
  timeBucket?: TimeBucket,
): readonly AggregateQuery[] {
  const parts: (readonly string[])[] = [];
  for (let from = 0; from < keys.length; from += KEYS_OF_A_QUERY) {
    parts.push(keys.slice(from, from + KEYS_OF_A_QUERY));
  }
  return parts.map((part) => ({
    view: 'observations',
    ...observations,
    measures: part.flatMap((key) => [
      { aggregate: 'sum', field: `usage.${key}` } as const,
      { aggregate: 'sum', field: `cost.${key}` } as const,
    ]),
    ...(timeBucket && { timeBucket }),
  }));
}

/**
 * Reads the answers to `usageTypeQueries`, with time buckets or without, the dearest kind first; with the whole's rest
 * they add up to the whole.
 */
export function readUsageTypes(
  keys: readonly string[],
  answers: readonly AggregateAnswer[],
  whole: CostSums,
): readonly UsageTypeRow[] {
  const sumOf = (index: number, offset: 0 | 1) => {
    const rows = answers[Math.floor(index / KEYS_OF_A_QUERY)]?.rows ?? [];
    const place = (index % KEYS_OF_A_QUERY) * 2 + offset;
    return sumNumbers(rows.flatMap(({ values }) => (typeof values[place] === 'number' ? values[place] : [])));
  };
  const rows = keys
    .map((key, place): UsageTypeRow => ({ key, units: sumOf(place, 0), cost: sumOf(place, 1) }))
    .toSorted((a, b) => b.cost - a.cost || b.units - a.units);
  const rest: UsageTypeRow = {
    key: null,
    units: withoutNoise(whole.tokens - sumNumbers(rows.map(({ units }) => units))),
    cost: withoutNoise(whole.cost - sumNumbers(rows.map(({ cost }) => cost))),
  };
  return rest.units === 0 && rest.cost === 0 ? rows : [...rows, rest];
}

/** Units that a provider read from a cache instead of computing them. */
export function isCacheRead(key: string): boolean {
  return /cache/i.test(key) && !isCacheWrite(key);
}

/** Units that a provider wrote to a cache, which some charge extra for. */
export function isCacheWrite(key: string): boolean {
  return /cache/i.test(key) && /creat|writ/i.test(key);
}

/** Units that went into a model, cached ones among them. */
export function isInput(key: string): boolean {
  return /input|prompt|cache/i.test(key);
}
