import type { JsonObject } from '@oriel/core';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage } from './normalized-usage.ts';
import { separateParts } from './separate-parts.ts';
import { usageFromTokenCounts } from './token-counts.ts';
import { readCount } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

const GENKIT_NAMES: readonly (readonly [key: string, name: string])[] = [
  ['input', 'inputTokens'],
  ['output', 'outputTokens'],
  ['total', 'totalTokens'],
  ['input_cached_tokens', 'cachedContentTokens'],
  ['output_reasoning_tokens', 'thoughtsTokens'],
];

/** Usage in Genkit's `genkit:output` (reference 2.4, usage 2). `undefined` without counts. */
export function genkitUsage(sent: JsonObject): NormalizedUsage | undefined {
  const usage: UsageMap = {};
  for (const [key, name] of GENKIT_NAMES) {
    const count = readCount(sent[name]);
    if (count !== undefined) usage[key] = count;
  }
  if (Object.keys(usage).length === 0) return undefined;
  separateParts(usage, { input: ['input_cached_tokens'], output: ['output_reasoning_tokens'] }, 'inside');
  return normalizedUsage('genkit', sent, usage);
}

/**
 * Usage of a Google ADK span (reference 2.4, usage 5): the generic counts, and from the raw answer of Gemini what
 * these leave out: cached content, and thoughts where the generic output is the candidates alone.
 *
 * @param counts - `gen_ai.usage.*` without the prefix.
 * @param usageMetadata - `usage_metadata` of `gcp.vertex.agent.llm_response`.
 */
export function googleAdkUsage(
  counts: ReadonlyMap<string, number>,
  usageMetadata: JsonObject | undefined,
): NormalizedUsage {
  const { usage: generic, raw, warning } = usageFromTokenCounts(counts);
  const usage: UsageMap = { ...generic };
  if (!counts.has('total_tokens') && !counts.has('total')) delete usage['total'];
  if (usageMetadata !== undefined) takeGeminiParts(usage, usageMetadata);
  const sent = usageMetadata === undefined ? raw : { ...raw, usage_metadata: usageMetadata };
  return normalizedUsage('google-adk', sent, usage, warning !== null);
}

function takeGeminiParts(usage: UsageMap, metadata: JsonObject): void {
  const cached = readCount(metadata['cached_content_token_count']);
  if (cached !== undefined && usage['input_cached_tokens'] === undefined) {
    usage['input_cached_tokens'] = cached;
    usage['input'] = Math.max((usage['input'] ?? 0) - cached, 0);
  }
  const thoughts = readCount(metadata['thoughts_token_count']);
  const candidates = readCount(metadata['candidates_token_count']);
  if (
    thoughts !== undefined &&
    candidates === usage['output'] &&
    usage['output_reasoning_tokens'] === undefined
  ) {
    usage['output_reasoning_tokens'] = thoughts;
  }
}
