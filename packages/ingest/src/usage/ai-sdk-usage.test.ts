import { expect, it } from 'vitest';
import type { JsonObject, JsonValue, Usage } from '@oriel/core';
import { aiSdkUsage } from './ai-sdk-usage.ts';

const genAi = (input: number, output: number) => ({
  'gen_ai.usage.input_tokens': input,
  'gen_ai.usage.output_tokens': output,
});
const provider = (metadata: JsonObject) => ({ 'ai.response.providerMetadata': JSON.stringify(metadata) });

it.each<[what: string, attributes: Record<string, JsonValue>, kept: Usage]>([
  [
    'cache reads and writes of Anthropic',
    {
      'gen_ai.usage.input_tokens': 16_000,
      ...provider({
        anthropic: {
          usage: {
            cache_read_input_tokens: 15_000,
            cache_creation_input_tokens: 500,
            cache_creation: { ephemeral_5m_input_tokens: 500 },
          },
        },
      }),
    },
    {
      input: 500,
      input_cached_tokens: 15_000,
      input_cache_creation: 0,
      input_cache_creation_5m: 500,
      total: 16_000,
    },
  ],
  [
    'cache writes of Anthropic by lifetime',
    {
      ...genAi(1_000, 10),
      ...provider({
        anthropic: {
          usage: {
            cache_creation_input_tokens: 600,
            cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 300 },
          },
        },
      }),
    },
    {
      input: 400,
      input_cache_creation: 200,
      input_cache_creation_5m: 100,
      input_cache_creation_1h: 300,
      output: 10,
      total: 1_010,
    },
  ],
  [
    'Anthropic input that holds no cache (SDK 5)',
    {
      ...genAi(20_000, 10),
      ...provider({ anthropic: { usage: { input_tokens: 20_000, cache_read_input_tokens: 15_000 } } }),
    },
    { input: 20_000, input_cached_tokens: 15_000, output: 10, total: 35_010 },
  ],
  [
    'details of SDK 6',
    {
      ...genAi(90, 21),
      'ai.usage.totalTokens': 111,
      'ai.usage.inputTokenDetails.noCacheTokens': 26,
      'ai.usage.inputTokenDetails.cacheReadTokens': 64,
      'ai.usage.cachedInputTokens': 64,
      'ai.usage.outputTokenDetails.reasoningTokens': 10,
      'ai.usage.reasoningTokens': 10,
    },
    { input: 26, input_cached_tokens: 64, output: 11, output_reasoning_tokens: 10, total: 111 },
  ],
  [
    'what OpenAI says of caches, reasoning and predictions',
    {
      ...genAi(100, 50),
      ...provider({
        openai: {
          cachedPromptTokens: 40,
          reasoningTokens: 20,
          acceptedPredictionTokens: 5,
          rejectedPredictionTokens: 0,
        },
      }),
    },
    {
      input: 60,
      input_cached_tokens: 40,
      output: 25,
      output_reasoning_tokens: 20,
      output_accepted_prediction_tokens: 5,
      total: 150,
    },
  ],
  [
    'the cache of Bedrock, whose writes are no input',
    {
      ...genAi(100, 5),
      ...provider({ bedrock: { usage: { cacheReadInputTokens: 30, cacheWriteInputTokens: 20 } } }),
    },
    { input: 70, input_cache_read: 30, input_cache_write: 20, output: 5, total: 125 },
  ],
  [
    'cache reads of Bedrock that the SDK reports itself',
    {
      ...genAi(100, 5),
      'ai.usage.cachedInputTokens': 30,
      ...provider({ bedrock: { usage: { cacheReadInputTokens: 30 } } }),
    },
    { input: 70, input_cached_tokens: 30, output: 5, total: 105 },
  ],
  [
    'thoughts of Gemini that come on top (SDK 5)',
    {
      ...genAi(100, 20),
      'ai.usage.reasoningTokens': 30,
      ...provider({ google: { usageMetadata: { candidatesTokenCount: 20, thoughtsTokenCount: 30 } } }),
    },
    { input: 100, output: 20, output_reasoning_tokens: 30, total: 150 },
  ],
  [
    'the names of generateText in SDK 5',
    { 'ai.usage.promptTokens': 10, 'ai.usage.completionTokens': 5 },
    { input: 10, output: 5, total: 15 },
  ],
  ['an embedding', { 'ai.usage.tokens': 5 }, { total: 5 }],
])('counts every token once: %s', (_, attributes, kept) => {
  expect(aiSdkUsage(new Map(Object.entries(attributes)))).toMatchObject({
    usage: kept,
    rule: 'ai-sdk',
    warning: null,
  });
  expect(aiSdkUsage(new Map(Object.entries(attributes)))?.usage).toEqual(kept);
});

it('keeps what was sent, the counts of the provider among it', () => {
  const attributes = new Map<string, JsonValue>([
    ['gen_ai.usage.input_tokens', 1],
    ['ai.prompt', 'hello'],
    ['ai.response.providerMetadata', '{"openai":{"cachedPromptTokens":0,"responseId":"resp_1"}}'],
  ]);

  expect(aiSdkUsage(attributes)?.raw).toEqual({
    'gen_ai.usage.input_tokens': 1,
    'ai.response.providerMetadata': { openai: { cachedPromptTokens: 0 } },
  });
});

it('says nothing of a span without counts', () => {
  expect(aiSdkUsage(new Map([['ai.prompt', 'hello']]))).toBeUndefined();
});
