import { expect, it } from 'vitest';
import type { JsonObject, Usage } from '@oriel/core';
import { genkitUsage, googleAdkUsage } from './framework-usage.ts';

it.each<[what: string, sent: JsonObject, kept: Usage]>([
  [
    'thoughts inside the output',
    { inputTokens: 10, outputTokens: 9, thoughtsTokens: 4, totalTokens: 19, inputCharacters: 40 },
    { input: 10, output: 5, output_reasoning_tokens: 4, total: 19 },
  ],
  [
    'thoughts that the total proves to come on top',
    { inputTokens: 10, outputTokens: 9, thoughtsTokens: 4, totalTokens: 23 },
    { input: 10, output: 9, output_reasoning_tokens: 4, total: 23 },
  ],
  [
    'cached content',
    { inputTokens: 10, outputTokens: 1, cachedContentTokens: 8 },
    { input: 2, input_cached_tokens: 8, output: 1, total: 11 },
  ],
])('counts the tokens of Genkit once: %s', (_, sent, kept) => {
  expect(genkitUsage(sent)).toMatchObject({ usage: kept, rule: 'genkit' });
});

it('takes from the raw answer what the generic counts of Google ADK leave out', () => {
  const counts = new Map([
    ['input_tokens', 100],
    ['output_tokens', 20],
  ]);
  const metadata = {
    prompt_token_count: 100,
    candidates_token_count: 20,
    thoughts_token_count: 30,
    cached_content_token_count: 40,
    total_token_count: 150,
  };

  expect(googleAdkUsage(counts, metadata)).toEqual({
    usage: { input: 60, input_cached_tokens: 40, output: 20, output_reasoning_tokens: 30, total: 150 },
    rule: 'google-adk',
    raw: { input_tokens: 100, output_tokens: 20, usage_metadata: metadata },
    warning: null,
  });
});

it('believes the generic counts of Google ADK where both speak', () => {
  const counts = new Map([
    ['input_tokens', 100],
    ['output_tokens', 20],
    ['cache_read.input_tokens', 40],
  ]);

  expect(googleAdkUsage(counts, { cached_content_token_count: 40 }).usage).toEqual({
    input: 60,
    input_cached_tokens: 40,
    output: 20,
    total: 120,
  });
  expect(googleAdkUsage(counts, undefined).usage['total']).toBe(120);
});
