import { sumNumbers } from '../../merge/running-sum.ts';
import { MAX_MEASURES } from '../../query/aggregate/aggregate-query.ts';
import type { AggregateQuery, AggregateRow, Measure } from '../../query/aggregate/aggregate-query.ts';
import type { CostFinding } from './cost-finding.ts';
import type { CostQueries } from './cost-grouping.ts';
import { COUNT, numberOf, ofCalls } from './finding-query.ts';
import { isInput } from './usage-types.ts';

/** Searches and images have units, too, which are no part of a total of tokens. */
function isTokenKey(key: string): boolean {
  return isInput(key) || /output|completion|reasoning|token/i.test(key);
}

/** Asks whether the parts of the usage come to more than its totals, by model. */
export function partsQuery(queries: CostQueries, keys: readonly string[]): AggregateQuery {
  const parts = keys.filter(isTokenKey).slice(0, MAX_MEASURES - 2);
  return {
    ...ofCalls(queries, { field: 'usageKeys', op: 'all-of', value: ['total'] }),
    dimensions: ['model'],
    measures: [
      COUNT,
      ...['total', ...parts].map((key): Measure => ({ aggregate: 'sum', field: `usage.${key}` })),
    ],
  };
}

/** Some clients leave a token or two over. */
const TOLERANCE = 0.01;

export function readParts(rows: readonly AggregateRow[]): CostFinding[] {
  return rows
    .filter(({ isRest }) => !isRest)
    .flatMap(({ group, values }) => {
      const [calls, total, ...parts] = values.map(numberOf) as [number, number, ...number[]];
      const sum = sumNumbers(parts);
      if (sum <= total * (1 + TOLERANCE)) return [];
      const model = group[0] ?? null;
      return [
        {
          code: 'parts-exceed-total',
          model: model === null ? null : String(model),
          calls,
          parts: sum,
          total,
        } as const,
      ];
    });
}

/** Names of the same tokens: a call has one of each line. */
const SAME: readonly (readonly string[])[] = [
  ['input', 'input_tokens', 'prompt_tokens', 'inputTokens', 'promptTokenCount', 'prompt_token_count'],
  [
    'output',
    'output_tokens',
    'completion_tokens',
    'outputTokens',
    'candidatesTokenCount',
    'candidates_token_count',
  ],
  [
    'input_cached_tokens',
    'input_cache_read',
    'cache_read_input_tokens',
    'cachedContentTokenCount',
    'cached_content_token_count',
  ],
  ['output_reasoning_tokens', 'output_reasoning', 'reasoning_tokens', 'thoughtsTokenCount'],
];

/** Pairs of names that a call should not have both of. */
export function clashesOf(keys: readonly string[]): readonly (readonly [string, string])[] {
  return SAME.flatMap((names) => {
    const known = names.filter((name) => keys.includes(name));
    return known.flatMap((a, place) => known.slice(place + 1).map((b) => [a, b] as const));
  });
}

/** Asks how many calls have both of two names. */
export function clashQuery(queries: CostQueries, [a, b]: readonly [string, string]): AggregateQuery {
  return {
    ...ofCalls(
      queries,
      { field: `usage.${a}`, op: '>', value: 0 },
      { field: `usage.${b}`, op: '>', value: 0 },
    ),
    measures: [COUNT, { aggregate: 'sum', field: `usage.${b}` }],
  };
}

export function readClash(keys: readonly [string, string], rows: readonly AggregateRow[]): CostFinding[] {
  const [calls, tokens] = (rows[0]?.values ?? []).map(numberOf);
  if (calls === undefined || calls === 0) return [];
  return [{ code: 'same-tokens-twice', keys, calls, tokens: tokens ?? 0 }];
}
