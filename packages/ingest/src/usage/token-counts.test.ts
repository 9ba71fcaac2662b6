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
  ['details nobody listed', { input_tokens: 1, 'details.images': 2 }, { input: 1, images: 2, total: 3 }],
])('counts every token once: %s', (_, sent, kept) => {
  expect(usageFromTokenCounts(new Map(Object.entries(sent)))).toEqual(kept);
});
