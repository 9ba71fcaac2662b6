import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { readCount } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

/** How OpenAI's two APIs spell usage. Their details are parts of the counts beside them. */
const SPELLINGS = [
  {
    input: 'prompt_tokens',
    output: 'completion_tokens',
    inputDetails: 'prompt_tokens_details',
    outputDetails: 'completion_tokens_details',
  },
  {
    input: 'input_tokens',
    output: 'output_tokens',
    inputDetails: 'input_tokens_details',
    outputDetails: 'output_tokens_details',
  },
] as const;

type Spelling = (typeof SPELLINGS)[number];

/**
 * Usage as OpenAI answers it, every token counted once: each detail becomes a key of its own and is taken off
 * `input` or `output`. `undefined` when the object is something else.
 *
 * An object with extra keys is recognised too. Stored under its raw keys it would count every token twice, once
 * in the parts and once in `total_tokens`.
 */
export function readOpenAiUsage(value: JsonObject): UsageMap | undefined {
  const spelling = SPELLINGS.find((candidate) => isSpelled(value, candidate));
  if (spelling === undefined) return undefined;
  const usage: UsageMap = {};
  takeSide(usage, 'input', value[spelling.input], value[spelling.inputDetails]);
  takeSide(usage, 'output', value[spelling.output], value[spelling.outputDetails]);
  const total = readCount(value['total_tokens']);
  if (total !== undefined) usage['total'] = total;
  return usage;
}

/** Anthropic has `input_tokens` too, next to cache counts that are no parts of it; only OpenAI sends a total. */
function isSpelled(value: JsonObject, spelling: Spelling): boolean {
  return (
    (readCount(value[spelling.input]) !== undefined || readCount(value[spelling.output]) !== undefined) &&
    (readCount(value['total_tokens']) !== undefined ||
      isJsonObject(value[spelling.inputDetails]) ||
      isJsonObject(value[spelling.outputDetails]))
  );
}

function takeSide(
  usage: UsageMap,
  side: string,
  total: JsonValue | undefined,
  details: JsonValue | undefined,
): void {
  let rest = readCount(total);
  if (rest === undefined) return;
  if (isJsonObject(details)) {
    for (const key of Object.keys(details)) {
      const count = readCount(details[key]);
      if (count === undefined) continue;
      usage[`${side}_${key}`] = count;
      rest -= count;
    }
  }
  usage[side] = Math.max(rest, 0);
}
