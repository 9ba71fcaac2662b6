import { describe, expect, it } from 'vitest';
import { normalizeUsage } from './normalize-usage.ts';

const RESULT = {
  inputTokens: 100,
  outputTokens: 50,
  totalTokens: 150,
  cachedInputTokens: 40,
  reasoningTokens: 20,
};
const COUNTED = {
  input: 60,
  input_cached_tokens: 40,
  output: 30,
  output_reasoning_tokens: 20,
  total: 150,
};

describe('usage in camel case counts each token once', () => {
  it.each([
    ['of the AI SDK 5', RESULT, COUNTED],
    [
      'of the AI SDK 6, with details',
      {
        ...RESULT,
        inputTokenDetails: { noCacheTokens: 60, cacheReadTokens: 40, cacheWriteTokens: 0 },
        outputTokenDetails: { textTokens: 30, reasoningTokens: 20 },
        raw: { prompt_tokens: 100 },
      },
      { ...COUNTED, input_cache_creation: 0 },
    ],
    [
      'of the AI SDK 4',
      { promptTokens: 10, completionTokens: 5, totalTokens: 15 },
      { input: 10, output: 5, total: 15 },
    ],
    [
      'of Bedrock, whose cache counts are apart',
      { inputTokens: 10, outputTokens: 5, totalTokens: 45, cacheReadInputTokens: 30 },
      { input: 10, input_cached_tokens: 30, output: 5, total: 45 },
    ],
    ['without a total', { inputTokens: 10, outputTokens: 5 }, { input: 10, output: 5, total: 15 }],
  ])('%s', (_, usageDetails, usage) => {
    expect(normalizeUsage({ usageDetails })).toMatchObject({ rule: 'camel-case', usage, warning: null });
    expect(normalizeUsage({ usageDetails })?.usage).toEqual(usage);
  });

  it('in the old field, too', () => {
    expect(normalizeUsage({ usage: RESULT })).toMatchObject({ rule: 'camel-case', usage: COUNTED });
  });
});

it('leaves names of the sender alone where none is of these', () => {
  expect(normalizeUsage({ usageDetails: { input: 1, reasoningTokens: 2 } })).toMatchObject({
    rule: 'as-sent',
  });
});
