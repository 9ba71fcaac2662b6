import { expect, it } from 'vitest';
import { usageFromTokenCounts } from './token-counts.ts';

it.each<[what: string, sent: Record<string, number>, kept: Record<string, number>]>([
  [
    'cached tokens',
    { input_tokens: 1000, output_tokens: 200, 'cache_read.input_tokens': 800 },
    { input: 200, input_cached_tokens: 800, output: 200, total: 1200 },
  ],
  [
    'OpenInference details',
    {
      prompt: 10,
      completion: 4,
      total: 14,
      'prompt_details.cache_read': 6,
      'completion_details.reasoning': 1,
    },
    { input: 4, input_cached_tokens: 6, output: 3, output_reasoning_tokens: 1, total: 14 },
  ],
  [
    'cache reads and writes',
    { input_tokens: 100, cache_read_input_tokens: 30, 'details.cache_write_tokens': 20 },
    { input: 50, input_cached_tokens: 30, input_cache_creation: 20, total: 100 },
  ],
  [
    'two spellings of one count',
    { prompt_tokens: 7, input_tokens: 7, completion_tokens: 1, output_tokens: 1 },
    { input: 7, output: 1, total: 8 },
  ],
  [
    'reasoning as Mastra names it',
    { input_tokens: 140, output_tokens: 15, reasoning_tokens: 4 },
    { input: 140, output: 11, output_reasoning_tokens: 4, total: 155 },
  ],
  [
    'details that only repeat the provider',
    { input_tokens: 100, output_tokens: 5, 'details.input_tokens': 10, 'details.cache_read_tokens': 90 },
    { input: 10, input_cached_tokens: 90, output: 5, total: 105 },
  ],
  [
    'cached tokens that cannot be inside',
    { input_tokens: 10, output_tokens: 2, cache_read_input_tokens: 90 },
    { input: 10, input_cached_tokens: 90, output: 2, total: 102 },
  ],
  [
    'cached tokens that the total proves to be apart',
    { input_tokens: 100, output_tokens: 2, cache_read_input_tokens: 90, total_tokens: 192 },
    { input: 100, input_cached_tokens: 90, output: 2, total: 192 },
  ],
  [
    'cached tokens inside and thoughts apart',
    { input_tokens: 100, output_tokens: 20, total_tokens: 150, cached_tokens: 90, reasoning_tokens: 30 },
    { input: 10, input_cached_tokens: 90, output: 20, output_reasoning_tokens: 30, total: 150 },
  ],
  ['details nobody listed', { input_tokens: 1, 'details.images': 2 }, { input: 1, images: 2, total: 3 }],
])('counts every token once: %s', (_, sent, kept) => {
  expect(usageFromTokenCounts(new Map(Object.entries(sent))).usage).toEqual(kept);
});

it('leaves parts apart where the sender is known to send them so', () => {
  const counts = new Map([
    ['input_tokens', 100],
    ['cache_read_input_tokens', 90],
  ]);

  expect(usageFromTokenCounts(counts, { parts: 'apart' })).toEqual({
    usage: { input: 100, input_cached_tokens: 90, total: 190 },
    rule: 'gen-ai-exclusive',
    raw: { input_tokens: 100, cache_read_input_tokens: 90 },
    warning: null,
  });
  expect(usageFromTokenCounts(counts).rule).toBe('gen-ai-inclusive');
});

it('warns of parts that exceed the total', () => {
  const counts = new Map([
    ['input_tokens', 100],
    ['output_tokens', 10],
    ['total_tokens', 50],
  ]);

  expect(usageFromTokenCounts(counts).warning).toBe('parts-exceed-total');
});
