import { isJsonObject } from '@oriel/core';
import type { JsonObject } from '@oriel/core';
import { readCamelCaseUsage } from './camel-case-usage.ts';
import { readGeminiUsage } from './gemini-usage.ts';
import { readNestedUsage } from './nested-usage.ts';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage } from './normalized-usage.ts';
import { asSentUsage } from './as-sent-usage.ts';
import { readCount, readUsageMap } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

/**
 * Usage as Anthropic's API answers it: `input_tokens` holds neither cache reads nor writes, and writes may be split by
 * lifetime. Rule `anthropic-exclusive`. `undefined` when the object has no count of Anthropic's.
 */
export function anthropicUsage(value: JsonObject): NormalizedUsage | undefined {
  const usage: UsageMap = {};
  take(usage, 'input', value, 'input_tokens');
  take(usage, 'output', value, 'output_tokens');
  if (Object.keys(usage).length === 0) return undefined;
  takeAnthropicCache(usage, value);
  return normalizedUsage('anthropic-exclusive', value, usage);
}

/** As {@link anthropicUsage}, of a map in which a program may have put counts of its own beside: these keep their names. */
export function anthropicDetails(value: JsonObject): NormalizedUsage | undefined {
  const known = anthropicUsage(value);
  if (known === undefined) return undefined;
  const others = Object.entries(readUsageMap(value)).filter(([key]) => !ANTHROPIC_COUNTS.includes(key));
  if (others.length === 0) return known;
  const { total: _, ...counts } = known.usage;
  return normalizedUsage('anthropic-exclusive', value, { ...Object.fromEntries(others), ...counts });
}

const ANTHROPIC_COUNTS: readonly string[] = [
  'input_tokens',
  'output_tokens',
  'cache_read_input_tokens',
  'cache_creation_input_tokens',
];

/** Anthropic's cache counts: reads, and writes by lifetime with the rest of unknown lifetime under a key of its own. */
export function takeAnthropicCache(usage: UsageMap, value: JsonObject): void {
  take(usage, 'input_cached_tokens', value, 'cache_read_input_tokens');
  const writes = value['cache_creation'];
  if (isJsonObject(writes)) {
    take(usage, 'input_cache_creation_5m', writes, 'ephemeral_5m_input_tokens');
    take(usage, 'input_cache_creation_1h', writes, 'ephemeral_1h_input_tokens');
  }
  const written = readCount(value['cache_creation_input_tokens']);
  if (written === undefined) return;
  const byLifetime = (usage['input_cache_creation_5m'] ?? 0) + (usage['input_cache_creation_1h'] ?? 0);
  usage['input_cache_creation'] = Math.max(written - byLifetime, 0);
}

/**
 * Usage in whatever form a provider or framework answers it, found as JSON: LangChain's `usage_metadata` (LangSmith
 * sends it as an attribute), OpenAI's, Gemini's or Anthropic's object, else a plain map. `undefined` without counts.
 */
export function providerUsage(value: JsonObject): NormalizedUsage | undefined {
  const nested = readNestedUsage(value) ?? readGeminiUsage(value) ?? readCamelCaseUsage(value);
  if (nested !== undefined) return nested;
  const isAnthropic = 'cache_read_input_tokens' in value || 'cache_creation_input_tokens' in value;
  const usage = (isAnthropic ? anthropicUsage(value) : undefined) ?? asSentUsage(value, readUsageMap(value));
  return Object.keys(usage.usage).length === 0 ? undefined : usage;
}

function take(usage: UsageMap, key: string, from: JsonObject, name: string): void {
  const count = readCount(from[name]);
  if (count !== undefined) usage[key] = count;
}
