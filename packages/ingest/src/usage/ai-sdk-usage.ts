import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { parseJsonText } from '../json/parse-embedded-json.ts';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage } from './normalized-usage.ts';
import { takeAnthropicCache } from './provider-usage.ts';
import { separateParts } from './separate-parts.ts';
import { readCount } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

/** Attributes by usage key, first that is there wins. Names differ by version, and by function within one. */
const SOURCES: readonly (readonly [key: string, names: readonly string[]])[] = [
  [
    'input',
    [
      'gen_ai.usage.prompt_tokens',
      'gen_ai.usage.input_tokens',
      'ai.usage.inputTokens',
      'ai.usage.promptTokens',
    ],
  ],
  [
    'output',
    [
      'gen_ai.usage.completion_tokens',
      'gen_ai.usage.output_tokens',
      'ai.usage.outputTokens',
      'ai.usage.completionTokens',
    ],
  ],
  ['total', ['ai.usage.tokens', 'ai.usage.totalTokens']],
  [
    'input_cached_tokens',
    [
      'ai.usage.inputTokenDetails.cacheReadTokens',
      'ai.usage.cachedInputTokens',
      'gen_ai.usage.cache_read.input_tokens',
    ],
  ],
  [
    'input_cache_creation',
    ['ai.usage.inputTokenDetails.cacheWriteTokens', 'gen_ai.usage.cache_creation.input_tokens'],
  ],
  ['output_reasoning_tokens', ['ai.usage.outputTokenDetails.reasoningTokens', 'ai.usage.reasoningTokens']],
];

const UNCACHED_INPUT = 'ai.usage.inputTokenDetails.noCacheTokens';
const PROVIDER_METADATA = 'ai.response.providerMetadata';

/** Langfuse leaves `input_cache_write` out: Bedrock's writes are not in the input that the SDK reports. */
const INPUT_PARTS = [
  'input_cached_tokens',
  'input_cache_read',
  'input_cache_creation',
  'input_cache_creation_5m',
  'input_cache_creation_1h',
];
const OUTPUT_PARTS = [
  'output_reasoning_tokens',
  'output_accepted_prediction_tokens',
  'output_rejected_prediction_tokens',
];

/**
 * Usage of a span of the Vercel AI SDK 4 to 7 with scope `ai` (reference 2.4, usage 3): attributes first, then what
 * only the provider's metadata says (OpenAI's predictions, Anthropic's cache writes by lifetime, Bedrock's cache).
 * `undefined` when the span has no counts. Whether a span repeats the counts of spans below it, the caller knows.
 *
 * @param attributes - all attributes of the span; `ai.response.providerMetadata` may be JSON text or an object.
 */
export function aiSdkUsage(attributes: ReadonlyMap<string, JsonValue>): NormalizedUsage | undefined {
  const usage: UsageMap = {};
  for (const [key, names] of SOURCES) {
    for (const name of names) {
      const count = readCount(attributes.get(name));
      if (count === undefined) continue;
      usage[key] = count;
      break;
    }
  }
  if (Object.keys(usage).length === 0) return undefined;
  const metadata = objectOf(attributes.get(PROVIDER_METADATA));
  const reported = { input: usage['input'], output: usage['output'] };
  takeProviderCounts(usage, metadata);
  const uncached = readCount(attributes.get(UNCACHED_INPUT));
  separateParts(
    usage,
    {
      input: uncached !== undefined || isInputExclusive(reported.input, metadata) ? [] : INPUT_PARTS,
      output: isOutputExclusive(reported.output, metadata) ? [] : OUTPUT_PARTS,
    },
    'inside',
  );
  if (uncached !== undefined) usage['input'] = uncached;
  return normalizedUsage('ai-sdk', rawCounts(attributes, metadata), usage);
}

function takeProviderCounts(usage: UsageMap, metadata: JsonObject): void {
  const openai = objectOf(metadata['openai'] ?? metadata['azure']);
  fill(usage, 'input_cached_tokens', openai['cachedPromptTokens']);
  fill(usage, 'output_reasoning_tokens', openai['reasoningTokens']);
  fill(usage, 'output_accepted_prediction_tokens', openai['acceptedPredictionTokens']);
  fill(usage, 'output_rejected_prediction_tokens', openai['rejectedPredictionTokens']);

  takeAnthropicCache(usage, objectOf(objectOf(metadata['anthropic'])['usage']));

  const bedrock = objectOf(objectOf(metadata['bedrock'])['usage']);
  // The same reads may stand under the SDK's own name already.
  if (usage['input_cached_tokens'] === undefined)
    fill(usage, 'input_cache_read', bedrock['cacheReadInputTokens']);
  fill(usage, 'input_cache_creation', bedrock['cacheCreationInputTokens']);
  if (usage['input_cache_creation'] === undefined)
    fill(usage, 'input_cache_write', bedrock['cacheWriteInputTokens']);

  const google = objectOf(objectOf(metadata['google'])['usageMetadata']);
  fill(usage, 'input_cached_tokens', google['cachedContentTokenCount']);
  fill(usage, 'output_reasoning_tokens', google['thoughtsTokenCount']);
}

/** SDK 5 hands on Anthropic's `input_tokens`, which hold no cache; later versions add the cache to it. */
function isInputExclusive(input: number | undefined, metadata: JsonObject): boolean {
  const anthropic = objectOf(objectOf(metadata['anthropic'])['usage']);
  return input !== undefined && readCount(anthropic['input_tokens']) === input;
}

/** SDK 5 hands on Gemini's candidates, which hold no thoughts. */
function isOutputExclusive(output: number | undefined, metadata: JsonObject): boolean {
  const google = objectOf(objectOf(metadata['google'])['usageMetadata']);
  return output !== undefined && readCount(google['candidatesTokenCount']) === output;
}

/** Sets a count that nobody gave yet. Providers send zeros for everything they could have counted. */
function fill(usage: UsageMap, key: string, value: JsonValue | undefined): void {
  const count = readCount(value);
  if (count !== undefined && count > 0 && usage[key] === undefined) usage[key] = count;
}

function objectOf(value: JsonValue | undefined): JsonObject {
  const json = typeof value === 'string' ? parseJsonText(value) : value;
  return isJsonObject(json) ? json : {};
}

function rawCounts(attributes: ReadonlyMap<string, JsonValue>, metadata: JsonObject): JsonObject {
  const raw: [string, JsonValue][] = [];
  for (const [key, value] of attributes) {
    if (key.startsWith('ai.usage.') || key.startsWith('gen_ai.usage.')) raw.push([key, value]);
  }
  if (Object.keys(metadata).length > 0) raw.push([PROVIDER_METADATA, metadata]);
  return Object.fromEntries(raw);
}
