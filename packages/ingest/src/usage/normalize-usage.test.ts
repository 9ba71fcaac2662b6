import { expect, it } from 'vitest';
import type { JsonObject } from '@oriel/core';
import { normalizeUsage } from './normalize-usage.ts';

const openAi = {
  prompt_tokens: 100,
  completion_tokens: 50,
  total_tokens: 150,
  prompt_tokens_details: { cached_tokens: 40 },
  completion_tokens_details: { reasoning_tokens: 20 },
};
const openAiKept = {
  input: 60,
  input_cached_tokens: 40,
  output: 30,
  output_reasoning_tokens: 20,
  total: 150,
};

it.each<[what: string, sent: JsonObject, kept: JsonObject]>([
  ['OpenAI chat usage with details', openAi, openAiKept],
  ['OpenAI chat usage with a key more', { ...openAi, cost: 0.1 }, openAiKept],
  [
    'OpenAI Responses usage',
    {
      input_tokens: 100,
      output_tokens: 20,
      total_tokens: 120,
      input_tokens_details: { cached_tokens: 64 },
      output_tokens_details: { reasoning_tokens: 8 },
    },
    { input: 36, input_cached_tokens: 64, output: 12, output_reasoning_tokens: 8, total: 120 },
  ],
  [
    'OpenAI usage whose details are null',
    { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6, prompt_tokens_details: null },
    { input: 5, output: 1, total: 6 },
  ],
  ['OpenAI usage of an embedding', { prompt_tokens: 14, total_tokens: 14 }, { input: 14, total: 14 }],
  [
    'details that exceed their total',
    { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6, prompt_tokens_details: { cached_tokens: 9 } },
    { input: 0, input_cached_tokens: 9, output: 1, total: 6 },
  ],
  ['digits, fractions and negative counts', { input: '12', output: 3.5, x: -1 }, { input: 12, total: 12 }],
  [
    'Anthropic usage, whose cache counts are no parts',
    { input_tokens: 10, output_tokens: 2, cache_read_input_tokens: 90 },
    { input: 10, output: 2, input_cached_tokens: 90, total: 102 },
  ],
  [
    'Anthropic usage with writes by lifetime and counts of the program beside',
    {
      input_tokens: 10,
      output_tokens: 2,
      cache_creation_input_tokens: 50,
      cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 25 },
      images: 3,
      service_tier: 'standard',
    },
    {
      input: 10,
      output: 2,
      input_cache_creation: 5,
      input_cache_creation_5m: 20,
      input_cache_creation_1h: 25,
      images: 3,
      total: 65,
    },
  ],
  [
    'Anthropic usage without a cache',
    { input_tokens: 10, output_tokens: 2 },
    { input: 10, output: 2, total: 12 },
  ],
  ['counts that nobody can have', { input: 1e308, x: 1e308, output: 7 }, { output: 7, total: 7 }],
  [
    'the largest counts there are',
    { input: 2 ** 53 - 1, output: 1 },
    { input: 2 ** 53 - 1, output: 1, total: 2 ** 53 },
  ],
  [
    'parts that were sent inside their count',
    { input: 40, input_cached_tokens: 16, output: 3, output_reasoning_tokens: 0, total: 43 },
    { input: 24, input_cached_tokens: 16, output: 3, output_reasoning_tokens: 0, total: 43 },
  ],
  [
    'parts that were sent apart',
    { input: 420, input_cached_tokens: 256, output: 50, total: 726 },
    { input: 420, input_cached_tokens: 256, output: 50, total: 726 },
  ],
  [
    'LangChain usage metadata with cache writes by lifetime and in sum',
    {
      input_tokens: 100,
      output_tokens: 20,
      total_tokens: 120,
      input_token_details: { cache_read: 60, cache_creation: 30, ephemeral_5m_input_tokens: 30 },
      output_token_details: { reasoning: 5 },
    },
    {
      input: 10,
      input_cache_read: 60,
      input_cache_creation_5m: 30,
      output: 15,
      output_reasoning: 5,
      total: 120,
    },
  ],
  [
    'an OpenAI object that a gateway added cache counts to',
    { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110, cache_read_input_tokens: 80 },
    { input: 20, input_cached_tokens: 80, output: 10, total: 110 },
  ],
  [
    'a gateway that says the same cache counts twice',
    {
      prompt_tokens: 100,
      completion_tokens: 10,
      total_tokens: 110,
      prompt_tokens_details: { cached_tokens: 80 },
      cache_read_input_tokens: 80,
    },
    { input: 20, input_cached_tokens: 80, output: 10, total: 110 },
  ],
  [
    'Gemini usage, whose thoughts are no part of the candidates',
    {
      promptTokenCount: 100,
      candidatesTokenCount: 20,
      thoughtsTokenCount: 30,
      cachedContentTokenCount: 40,
      totalTokenCount: 150,
    },
    { input: 60, input_cached_tokens: 40, output: 20, output_reasoning_tokens: 30, total: 150 },
  ],
  ['keys of the sender', { input: 1, images: 2 }, { input: 1, images: 2, total: 3 }],
  ['an empty map', {}, {}],
])('counts every token of %s once', (_, usageDetails, kept) => {
  expect(normalizeUsage({ usageDetails })?.usage).toEqual(kept);
});

it.each<[what: string, sent: JsonObject, kept: JsonObject]>([
  ['generic', { input: 100, output: 20, total: 120, unit: 'TOKENS' }, { input: 100, output: 20, total: 120 }],
  ['camel case', { promptTokens: 10, completionTokens: 5 }, { input: 10, output: 5, total: 15 }],
  [
    'snake case',
    { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    { input: 100, output: 20, total: 120 },
  ],
  ['characters', { input: 4000, output: 900, unit: 'CHARACTERS' }, { input: 4000, output: 900, total: 4900 }],
  ['costs only', { inputCost: 0, outputCost: 0, totalCost: 0 }, {}],
])('reads the old usage field in its %s form', (_, usage, kept) => {
  expect(normalizeUsage({ usage })?.usage).toEqual(kept);
});

it('believes the details where both fields name a key', () => {
  const usage = { input: 10, output: 5, total: 15 };
  const usageDetails = { input: 4, input_cached_tokens: 6 };

  expect(normalizeUsage({ usage, usageDetails })?.usage).toEqual({
    input: 4,
    input_cached_tokens: 6,
    output: 5,
    total: 15,
  });
});

it('says nothing where nothing was provided', () => {
  expect(normalizeUsage({})).toBeUndefined();
  expect(normalizeUsage({ usage: null, usageDetails: 'many' })).toBeUndefined();
});

it.each<[rule: string, warning: string | null, sent: JsonObject]>([
  ['openai-chat', null, openAi],
  ['openai-chat-extra-keys', 'parts-exceed-total', { ...openAi, cost: 0.1 }],
  ['openai-responses', null, { input_tokens: 5, output_tokens: 1, total_tokens: 6 }],
  ['langchain', null, { input_tokens: 5, total_tokens: 5, input_token_details: { cache_read: 2 } }],
  ['anthropic-exclusive', null, { input_tokens: 5, output_tokens: 1, cache_creation_input_tokens: 4 }],
  ['gemini', null, { promptTokenCount: 5, candidatesTokenCount: 1, totalTokenCount: 6 }],
  ['as-sent', null, { input: 5, output: 1 }],
  ['as-sent', null, { input: 99, output: 1, total: 99 }],
  ['as-sent', 'parts-exceed-total', { input: 182, output: 54, total: 236, cache_read_input_tokens: 64 }],
  ['as-sent-inclusive', 'parts-exceed-total', { input: 40, input_cached_tokens: 16, output: 3, total: 43 }],
])('says that it applied the rule %s, with the warning %s', (rule, warning, usageDetails) => {
  expect(normalizeUsage({ usageDetails })).toMatchObject({ rule, warning, raw: usageDetails });
});

it('keeps the counts as they were sent, and nothing else that stood beside them', () => {
  const usageDetails = {
    input: '12',
    output: 3.5,
    x: -1,
    secretKey: 'sk-lf-1',
    nested: { deep: 1, text: 'a' },
  };

  expect(normalizeUsage({ usageDetails })?.raw).toEqual({
    input: '12',
    output: 3.5,
    x: -1,
    nested: { deep: 1 },
  });
});

it('keeps both fields as sent where both were', () => {
  const usage = { input: 4000, output: 900, unit: 'CHARACTERS' };

  expect(normalizeUsage({ usage })).toMatchObject({ rule: 'legacy', raw: usage });
  expect(normalizeUsage({ usage, usageDetails: { input: 4000 } })).toMatchObject({
    rule: 'as-sent',
    usage: { input: 4000, output: 900, total: 4900 },
    raw: { usage, usageDetails: { input: 4000 } },
  });
});

it('guesses no total of the old field beside details, which would prove a wrong reading of them', () => {
  const usage = { input: 10, output: 5 };
  const usageDetails = { input: 10, output: 5, input_cached_tokens: 6 };

  expect(normalizeUsage({ usage, usageDetails })?.usage).toEqual({ ...usageDetails, total: 21 });
});
