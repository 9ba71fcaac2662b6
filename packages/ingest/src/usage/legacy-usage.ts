import type { JsonObject, Usage } from '@oriel/core';
import { readCamelCaseUsage } from './camel-case-usage.ts';
import { readGeminiUsage } from './gemini-usage.ts';
import { readNestedUsage } from './nested-usage.ts';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage } from './normalized-usage.ts';
import { readCount } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

/** The one place of the event API where counts have many names: the field `usage`. First name that fits wins. */
const NAMES: readonly (readonly [key: string, names: readonly string[]])[] = [
  ['input', ['input', 'promptTokens', 'prompt_tokens', 'input_tokens']],
  ['output', ['output', 'completionTokens', 'completion_tokens', 'output_tokens']],
  ['total', ['total', 'totalTokens', 'total_tokens']],
];

/** Counts of the old `usage` field: generic with a unit, camel case or snake case. */
export function readLegacyUsage(value: JsonObject): NormalizedUsage {
  const flat = flatCounts(value);
  // The old field has camel case of its own, without parts.
  const isFlat = flat['input'] !== undefined || flat['output'] !== undefined;
  return (
    readNestedUsage(value) ??
    readGeminiUsage(value) ??
    (isFlat ? undefined : readCamelCaseUsage(value)) ??
    normalizedUsage('legacy', value, flat)
  );
}

/** The same counts without a `total` that nobody sent: beside details, it would be a guess. */
export function readLegacyCounts(value: JsonObject): Usage {
  return (readNestedUsage(value) ?? readGeminiUsage(value))?.usage ?? flatCounts(value);
}

function flatCounts(value: JsonObject): UsageMap {
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
