import type { JsonObject } from '@oriel/core';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage } from './normalized-usage.ts';
import { separateParts } from './separate-parts.ts';
import { readCount } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

/** Gemini's names: of its REST API, and of its Python SDK. */
const SPELLINGS = [
  {
    prompt: 'promptTokenCount',
    toolUse: 'toolUsePromptTokenCount',
    candidates: 'candidatesTokenCount',
    cached: 'cachedContentTokenCount',
    thoughts: 'thoughtsTokenCount',
    total: 'totalTokenCount',
  },
  {
    prompt: 'prompt_token_count',
    toolUse: 'tool_use_prompt_token_count',
    candidates: 'candidates_token_count',
    cached: 'cached_content_token_count',
    thoughts: 'thoughts_token_count',
    total: 'total_token_count',
  },
] as const;

/** Without one of these names an object is not Gemini's. */
export const GEMINI_COUNTS: readonly string[] = SPELLINGS.map(({ prompt }) => prompt);

/**
 * Usage as Gemini answers it: cached content is part of the prompt, thoughts are apart from the candidates, and
 * results of built-in tools are more prompt. `undefined` when the object is something else; without a total it is
 * taken as a plain map, as Langfuse does.
 */
export function readGeminiUsage(value: JsonObject): NormalizedUsage | undefined {
  const names = SPELLINGS.find((candidate) => readCount(value[candidate.total]) !== undefined);
  if (names === undefined) return undefined;
  const prompt = readCount(value[names.prompt]);
  if (prompt === undefined) return undefined;
  const usage: UsageMap = { input: prompt + (readCount(value[names.toolUse]) ?? 0) };
  const output = readCount(value[names.candidates]);
  if (output !== undefined) usage['output'] = output;
  const cached = readCount(value[names.cached]);
  if (cached !== undefined) usage['input_cached_tokens'] = cached;
  const thoughts = readCount(value[names.thoughts]);
  if (thoughts !== undefined) usage['output_reasoning_tokens'] = thoughts;
  separateParts(usage, { input: ['input_cached_tokens'], output: [] }, 'inside');
  usage['total'] = readCount(value[names.total]) ?? 0;
  return normalizedUsage('gemini', value, usage);
}
