import type { JsonObject } from '@oriel/core';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage } from './normalized-usage.ts';
import { separateParts } from './separate-parts.ts';
import type { UsageMap } from './usage-map.ts';

/**
 * A map of counts under the sender's own keys. Some clients send parts such as `input_cached_tokens` inside `input`,
 * others apart, under the same names; a `total` that is just input plus output proves that they are inside. Keys
 * that do not name their side (`cache_read_input_tokens`) stay as they are and raise the warning instead.
 */
export function asSentUsage(raw: JsonObject, usage: UsageMap): NormalizedUsage {
  const input: string[] = [];
  const output: string[] = [];
  for (const key in usage) {
    if (key.startsWith('input_')) input.push(key);
    else if (key.startsWith('output_')) output.push(key);
  }
  const hasParts = input.length + output.length > 0;
  const isChanged = hasParts && separateParts(usage, { input, output }, 'apart').isChanged;
  return normalizedUsage(isChanged ? 'as-sent-inclusive' : 'as-sent', raw, usage, isChanged);
}
