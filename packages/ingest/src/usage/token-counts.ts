import { setMember } from '../json/set-member.ts';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage } from './normalized-usage.ts';
import { separateParts } from './separate-parts.ts';
import type { PartsPlace } from './separate-parts.ts';
import type { UsageMap } from './usage-map.ts';

/** Where each key comes from, first source wins: the names of OpenTelemetry senders without their prefix. */
const SOURCES: readonly (readonly [key: string, names: readonly string[]])[] = [
  ['input', ['prompt_tokens', 'input_tokens', 'prompt']],
  ['output', ['completion_tokens', 'output_tokens', 'completion']],
  ['total', ['total_tokens', 'total']],
  [
    'input_cached_tokens',
    [
      'cache_read.input_tokens',
      'cache_read_input_tokens',
      'cache_read_tokens',
      'details.cache_read_tokens',
      'details.cache_read_input_tokens',
      'prompt_details.cache_read',
      'input_cached_tokens',
      'prompt_details.cache_input',
      'details.cached_tokens',
      'details.cached_content_tokens',
      'cached_tokens',
    ],
  ],
  [
    'input_cache_creation',
    [
      'cache_creation.input_tokens',
      'cache_creation_input_tokens',
      'cache_write_tokens',
      'details.cache_write_tokens',
      'details.cache_creation_input_tokens',
      'prompt_details.cache_write',
      'input_cache_creation',
    ],
  ],
  ['input_audio_tokens', ['prompt_details.audio', 'details.input_audio_tokens']],
  [
    'output_reasoning_tokens',
    [
      'reasoning.output_tokens',
      'completion_details.reasoning',
      'reasoning_tokens',
      'details.reasoning_tokens',
      'details.thoughts_tokens',
      'output_reasoning_tokens',
    ],
  ],
  ['output_audio_tokens', ['completion_details.audio', 'details.output_audio_tokens']],
  ['output_accepted_prediction_tokens', ['details.accepted_prediction_tokens']],
  ['output_rejected_prediction_tokens', ['details.rejected_prediction_tokens']],
];

/** Parts that senders include in the count they belong to. */
const PARTS = {
  input: ['input_cached_tokens', 'input_cache_creation', 'input_audio_tokens'],
  output: [
    'output_reasoning_tokens',
    'output_audio_tokens',
    'output_accepted_prediction_tokens',
    'output_rejected_prediction_tokens',
  ],
};

/** Frameworks copy what the provider answered under `details.`: the same tokens once more. */
const RESTATED = [
  'details.input_tokens',
  'details.output_tokens',
  'details.prompt_tokens',
  'details.completion_tokens',
  'details.total_tokens',
];

const PART_KEYS: ReadonlySet<string> = new Set([...PARTS.input, ...PARTS.output]);

interface Place {
  readonly key: string | null;
  readonly rank: number;
  /** The key is a part of a side. */
  readonly isPart: boolean;
}

/** By name, so that a span costs as many look-ups as it has counts. The lowest rank wins. */
const PLACE_OF_NAME = new Map<string, Place>([
  ...SOURCES.flatMap(([key, names]) =>
    names.map((name, rank) => [name, { key, rank, isPart: PART_KEYS.has(key) }] as const),
  ),
  ...RESTATED.map((name) => [name, { key: null, rank: 0, isPart: false }] as const),
]);

export interface TokenCountOptions {
  /**
   * Whether cached, reasoning and audio tokens are inside the counts of their side, where the sender is known to do
   * it this way. Default: inside, as the semantic conventions ask, unless the numbers prove otherwise.
   */
  readonly parts?: PartsPlace | undefined;
}

/**
 * Usage from token counts named the way OpenTelemetry senders name them (reference 2.4, usage 4; OpenInference, AI
 * SDK 7 and Mastra among them), with every token in one key only. Names nobody listed are kept as keys of their own.
 *
 * Rule `gen-ai-inclusive`, or `gen-ai-exclusive` where parts were apart.
 *
 * @param counts - counts by name, prefixes such as `gen_ai.usage.` or `llm.token_count.` taken off.
 */
export function usageFromTokenCounts(
  counts: ReadonlyMap<string, number>,
  options: TokenCountOptions = {},
): NormalizedUsage {
  const usage: UsageMap = {};
  const ranks: Record<string, number> = {};
  const raw: UsageMap = {};
  let others: UsageMap | undefined;
  let hasParts = false;
  for (const [name, count] of counts) {
    setMember(raw, name, count);
    const place = PLACE_OF_NAME.get(name);
    if (place === undefined) {
      if (name === '__proto__') continue;
      (others ??= {})[name.startsWith('details.') ? name.slice('details.'.length) : name] = count;
    } else if (place.key !== null && place.rank < (ranks[place.key] ?? Infinity)) {
      usage[place.key] = count;
      ranks[place.key] = place.rank;
      hasParts ||= place.isPart && count > 0;
    }
  }
  const isExclusive = options.parts === 'apart' || (hasParts && takeOutParts(usage));
  return normalizedUsage(
    isExclusive ? 'gen-ai-exclusive' : 'gen-ai-inclusive',
    raw,
    others === undefined ? usage : { ...others, ...usage },
  );
}

/** Takes parts off their side where they are inside; true when some were apart. */
function takeOutParts(usage: UsageMap): boolean {
  const { input, output } = separateParts(usage, PARTS, 'inside');
  const hasInput = PARTS.input.some((key) => (usage[key] ?? 0) > 0);
  const hasOutput = PARTS.output.some((key) => (usage[key] ?? 0) > 0);
  return (input === 'apart' && hasInput) || (output === 'apart' && hasOutput);
}
