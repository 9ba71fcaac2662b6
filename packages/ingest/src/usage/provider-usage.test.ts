import { expect, it } from 'vitest';
import type { JsonObject, Usage } from '@oriel/core';
import { anthropicUsage, providerUsage } from './provider-usage.ts';

it.each<[rule: string, sent: JsonObject, kept: Usage]>([
  [
    'langchain',
    {
      input_tokens: 131,
      output_tokens: 37,
      total_tokens: 168,
      input_token_details: { audio: 0, cache_read: 128 },
    },
    { input: 3, input_audio: 0, input_cache_read: 128, output: 37, total: 168 },
  ],
  [
    'anthropic-exclusive',
    {
      input_tokens: 10,
      output_tokens: 2,
      cache_read_input_tokens: 90,
      cache_creation_input_tokens: 50,
      cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 30 },
    },
    {
      input: 10,
      input_cached_tokens: 90,
      input_cache_creation: 0,
      input_cache_creation_5m: 20,
      input_cache_creation_1h: 30,
      output: 2,
      total: 152,
    },
  ],
  ['openai-chat', { prompt_tokens: 5, total_tokens: 5 }, { input: 5, total: 5 }],
  ['as-sent', { input: 5, output: 1 }, { input: 5, output: 1, total: 6 }],
])('recognises %s', (rule, sent, kept) => {
  expect(providerUsage(sent)).toEqual({ usage: kept, rule, raw: sent, warning: null });
});

it('says nothing where there are no counts', () => {
  expect(providerUsage({ service_tier: 'standard' })).toBeUndefined();
  expect(anthropicUsage({ cache_read_input_tokens: 3 })).toBeUndefined();
});
