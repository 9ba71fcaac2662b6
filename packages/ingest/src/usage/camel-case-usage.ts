import { isJsonObject } from '@oriel/core';
import type { JsonObject } from '@oriel/core';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage } from './normalized-usage.ts';
import { separateParts } from './separate-parts.ts';
import { readCount } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

/** Where each count may stand: at the top, or within an object of details. The first one there counts. */
const PLACES: Readonly<
  Record<string, readonly (readonly [name: string] | readonly [details: string, name: string])[]>
> = {
  input: [['inputTokens'], ['promptTokens']],
  output: [['outputTokens'], ['completionTokens']],
  input_cached_tokens: [
    ['inputTokenDetails', 'cacheReadTokens'],
    ['cachedInputTokens'],
    ['cacheReadInputTokens'],
  ],
  input_cache_creation: [['inputTokenDetails', 'cacheWriteTokens'], ['cacheWriteInputTokens']],
  output_reasoning_tokens: [['outputTokenDetails', 'reasoningTokens'], ['reasoningTokens']],
  total: [['totalTokens']],
};

/** Without one of these names an object is none of the AI SDK's or Bedrock's. */
export const CAMEL_CASE_COUNTS: readonly string[] = [
  ...(PLACES['input'] ?? []),
  ...(PLACES['output'] ?? []),
].map(([name]) => name);

/**
 * Usage as results of the AI SDK (4 to 7) and of Bedrock's Converse API hold it, which programs hand on as it is. Under
 * these names nothing would have a price, and with `totalTokens` as one more count each token would count twice. The
 * AI SDK's parts are inside their count; Bedrock's cache counts are apart, as Anthropic's. `undefined` when the
 * object is something else.
 */
export function readCamelCaseUsage(value: JsonObject): NormalizedUsage | undefined {
  const usage: UsageMap = {};
  for (const [key, places] of Object.entries(PLACES)) {
    for (const [first, second] of places) {
      const details = value[first];
      const inner = isJsonObject(details) && second !== undefined ? details[second] : undefined;
      const count = readCount(second === undefined ? details : inner);
      if (count === undefined) continue;
      usage[key] = count;
      break;
    }
  }
  if (usage['input'] === undefined && usage['output'] === undefined) return undefined;
  const isBedrock = 'cacheReadInputTokens' in value || 'cacheWriteInputTokens' in value;
  separateParts(
    usage,
    { input: ['input_cached_tokens', 'input_cache_creation'], output: ['output_reasoning_tokens'] },
    isBedrock ? 'apart' : 'inside',
  );
  return normalizedUsage('camel-case', value, usage);
}
