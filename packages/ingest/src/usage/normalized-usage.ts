import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue, Usage } from '@oriel/core';
import { withTotal } from './usage-map.ts';
import type { UsageMap } from './usage-map.ts';

/** Which reading of the sender's counts was applied. Shown to people who wonder where a number comes from. */
export type UsageRule =
  /** OpenAI's Chat Completions or Responses object; its details are parts. */
  | 'openai-chat'
  | 'openai-responses'
  /** The same with keys that OpenAI does not send. Kept as sent, its tokens would count twice. */
  | 'openai-chat-extra-keys'
  | 'openai-responses-extra-keys'
  /** LangChain's `usage_metadata`, with `…_token_details`. */
  | 'langchain'
  /** Gemini's `usageMetadata`; thoughts are apart from candidates. */
  | 'gemini'
  /** The AI SDK's or Bedrock's result, handed on by a program: `inputTokens`, `outputTokens`, `totalTokens`. */
  | 'camel-case'
  /** A map under the sender's own keys, all of them apart. */
  | 'as-sent'
  /** The same where `total` proves that parts were sent inside `input` or `output`. */
  | 'as-sent-inclusive'
  /** The old field `usage` of the event API. */
  | 'legacy'
  /** OpenTelemetry counts whose parts are inside `input` and `output`, as the semantic conventions ask. */
  | 'gen-ai-inclusive'
  /** OpenTelemetry counts whose parts are apart. */
  | 'gen-ai-exclusive'
  /** Anthropic's own counts: cache reads and writes are apart from `input_tokens`. */
  | 'anthropic-exclusive'
  | 'ai-sdk'
  | 'genkit'
  | 'google-adk';

/**
 * What makes the counts doubtful. `parts-exceed-total`: added up as sent, or even as kept, the parts come to
 * more than `total`, so some sender counts tokens twice.
 */
export type UsageWarning = 'parts-exceed-total';

/** Counts with every token in one key besides `total`, and how they came about. */
export interface NormalizedUsage {
  readonly usage: Usage;
  readonly rule: UsageRule;
  /** The counts as sent, under the sender's names. Text that is no count is left out. */
  readonly raw: JsonObject;
  readonly warning: UsageWarning | null;
}

/** Completes a map of counts: `total` where nobody sent one, and the warning. */
export function normalizedUsage(
  rule: UsageRule,
  raw: JsonObject,
  counts: UsageMap,
  isDoubleCount = false,
): NormalizedUsage {
  const usage = withTotal(counts);
  const warning = isDoubleCount || exceedsTotal(usage) ? 'parts-exceed-total' : null;
  return { usage, rule, raw: countsOf(raw), warning };
}

/** More than one unit and more than one percent: senders round (reference 1.8, #10592). */
function exceedsTotal(usage: Usage): boolean {
  const total = usage['total'];
  if (total === undefined) return false;
  let sum = 0;
  for (const key in usage) if (key !== 'total') sum += usage[key] ?? 0;
  return sum - total > Math.max(1, total / 100);
}

/** Usage objects nest details once and a half; deeper is something else. */
const MAX_DEPTH = 4;

/** Clients spread whole responses into usage: only what can be a count, and a unit, is worth keeping. */
function countsOf(sent: JsonObject): JsonObject {
  return isPlain(sent) ? sent : onlyCounts(sent, 1);
}

function isPlain(sent: JsonObject): boolean {
  for (const key in sent) if (typeof sent[key] !== 'number' || key === '__proto__') return false;
  return true;
}

function onlyCounts(sent: JsonObject, depth: number): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(sent)) {
    if (key === '__proto__') continue;
    if (isJsonObject(value)) {
      if (depth < MAX_DEPTH) kept.push([key, onlyCounts(value, depth + 1)]);
    } else if (isCountLike(value) || (key === 'unit' && isUnit(value))) {
      kept.push([key, value]);
    }
  }
  return Object.fromEntries(kept);
}

function isCountLike(value: JsonValue): boolean {
  return (
    value === null ||
    typeof value === 'number' ||
    (typeof value === 'string' && /^-?[\d.]{1,20}$/.test(value))
  );
}

function isUnit(value: JsonValue): boolean {
  return typeof value === 'string' && /^[A-Za-z_]{1,20}$/.test(value);
}
