import type { JsonObject } from '@oriel/core';
import { readOpenAiUsage } from './openai-usage.ts';
import { readCount } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

/** The one place of the event API where counts have many names: the field `usage`. First name that fits wins. */
const NAMES: readonly (readonly [key: string, names: readonly string[]])[] = [
  ['input', ['input', 'promptTokens', 'prompt_tokens', 'input_tokens']],
  ['output', ['output', 'completionTokens', 'completion_tokens', 'output_tokens']],
  ['total', ['total', 'totalTokens', 'total_tokens']],
];

/** Counts of the old `usage` field: generic with a unit, camel case or snake case. */
export function readLegacyUsage(value: JsonObject): UsageMap {
  const openAi = readOpenAiUsage(value);
  if (openAi !== undefined) return openAi;
  const usage: UsageMap = {};
  for (const [key, names] of NAMES) {
    for (const name of names) {
      const count = readCount(value[name]);
      if (count === undefined) continue;
      usage[key] = count;
      break;
    }
  }
  return usage;
}
