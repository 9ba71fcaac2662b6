import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage, UsageRule } from './normalized-usage.ts';
import { separateParts } from './separate-parts.ts';
import { readCount } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

interface Spelling {
  readonly rule: UsageRule;
  /** The rule's name where the object has more keys than its API sends; absent where that is usual. */
  readonly extraKeysRule?: UsageRule;
  readonly input: string;
  readonly output: string;
  readonly inputDetails: string;
  readonly outputDetails: string;
}

/** Three ways to spell counts with nested details, all of them parts of the counts beside them. */
const SPELLINGS: readonly Spelling[] = [
  {
    rule: 'openai-chat',
    extraKeysRule: 'openai-chat-extra-keys',
    input: 'prompt_tokens',
    output: 'completion_tokens',
    inputDetails: 'prompt_tokens_details',
    outputDetails: 'completion_tokens_details',
  },
  {
    rule: 'langchain',
    input: 'input_tokens',
    output: 'output_tokens',
    inputDetails: 'input_token_details',
    outputDetails: 'output_token_details',
  },
  {
    rule: 'openai-responses',
    extraKeysRule: 'openai-responses-extra-keys',
    input: 'input_tokens',
    output: 'output_tokens',
    inputDetails: 'input_tokens_details',
    outputDetails: 'output_tokens_details',
  },
];

/** Without one of these names an object is none of those above. */
export const NESTED_COUNTS: readonly string[] = SPELLINGS.flatMap(({ input, output }) => [input, output]);

/** What gateways add to an OpenAI object, where its own details do not say it already. */
const EXTRA_PARTS: readonly (readonly [sent: string, side: 'input' | 'output', key: string])[] = [
  ['cache_read_input_tokens', 'input', 'input_cached_tokens'],
  ['cache_creation_input_tokens', 'input', 'input_cache_creation'],
  ['reasoning_tokens', 'output', 'output_reasoning_tokens'],
];

/**
 * Usage as OpenAI or LangChain answer it, every token counted once: each detail becomes a key of its own and is
 * taken off `input` or `output` (reference 1.8). `undefined` when the object is something else.
 *
 * An object with extra keys is recognised too. Stored under its raw keys it would count every token twice, once
 * in the parts and once in `total_tokens`.
 */
export function readNestedUsage(value: JsonObject): NormalizedUsage | undefined {
  const spelling = SPELLINGS.find((candidate) => isSpelled(value, candidate));
  if (spelling === undefined) return undefined;
  const usage: UsageMap = {};
  takeSide(usage, 'input', value[spelling.input], value[spelling.inputDetails]);
  takeSide(usage, 'output', value[spelling.output], value[spelling.outputDetails]);
  const total = readCount(value['total_tokens']);
  if (total !== undefined) usage['total'] = total;
  const hasExtraKeys = spelling.extraKeysRule !== undefined && !isStrictly(value, spelling);
  if (hasExtraKeys) takeExtraParts(usage, value);
  const rule = hasExtraKeys ? (spelling.extraKeysRule ?? spelling.rule) : spelling.rule;
  return normalizedUsage(rule, value, usage, hasExtraKeys && total !== undefined);
}

/** Anthropic has `input_tokens` too, next to cache counts that are no parts of it; only OpenAI sends a total. */
function isSpelled(value: JsonObject, spelling: Spelling): boolean {
  const hasDetails =
    isJsonObject(value[spelling.inputDetails]) || isJsonObject(value[spelling.outputDetails]);
  if (spelling.extraKeysRule === undefined && !hasDetails) return false;
  return (
    (readCount(value[spelling.input]) !== undefined || readCount(value[spelling.output]) !== undefined) &&
    (hasDetails || readCount(value['total_tokens']) !== undefined)
  );
}

function isStrictly(value: JsonObject, spelling: Spelling): boolean {
  return Object.keys(value).every(
    (key) =>
      key === spelling.input ||
      key === spelling.output ||
      key === 'total_tokens' ||
      key === spelling.inputDetails ||
      key === spelling.outputDetails,
  );
}

function takeSide(
  usage: UsageMap,
  side: 'input' | 'output',
  total: JsonValue | undefined,
  details: JsonValue | undefined,
): void {
  let rest = readCount(total);
  if (rest === undefined) return;
  if (isJsonObject(details)) {
    for (const key of Object.keys(details)) {
      const count = readCount(details[key]);
      if (count === undefined || (key === 'cache_creation' && isRestatedSum(details))) continue;
      usage[DETAIL_KEYS.get(key) ?? `${side}_${key}`] = count;
      rest -= count;
    }
  }
  usage[side] = Math.max(rest, 0);
}

/** LangChain hands on Anthropic's names for cache writes by lifetime. */
const DETAIL_KEYS: ReadonlyMap<string, string> = new Map([
  ['ephemeral_5m_input_tokens', 'input_cache_creation_5m'],
  ['ephemeral_1h_input_tokens', 'input_cache_creation_1h'],
]);

/** Writes may stand by lifetime and, once more, as their sum. */
function isRestatedSum(details: JsonObject): boolean {
  let sum = 0;
  for (const key of DETAIL_KEYS.keys()) sum += readCount(details[key]) ?? 0;
  return sum > 0 && readCount(details['cache_creation']) === sum;
}

function takeExtraParts(usage: UsageMap, value: JsonObject): void {
  const keys = { input: [] as string[], output: [] as string[] };
  for (const [sent, side, key] of EXTRA_PARTS) {
    const count = readCount(value[sent]);
    if (count === undefined || usage[key] !== undefined) continue;
    usage[key] = count;
    keys[side].push(key);
  }
  separateParts(usage, keys, 'inside');
}
