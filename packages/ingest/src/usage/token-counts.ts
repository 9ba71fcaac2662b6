import type { Usage } from '@oriel/core';
import { withTotal } from './usage-map.ts';
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
  ['output_reasoning_tokens', ['reasoning.output_tokens', 'completion_details.reasoning']],
  ['output_audio_tokens', ['completion_details.audio']],
];

/** Parts that senders include in the count they belong to. */
const PARTS: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['input', ['input_cached_tokens', 'input_cache_creation']],
  ['output', ['output_reasoning_tokens', 'output_audio_tokens']],
];

const KNOWN_NAMES = new Set(SOURCES.flatMap(([, names]) => names));

/**
 * Usage from token counts named the way OpenTelemetry senders name them (reference 2.4, usage 4), with every
 * token in one key only. Names nobody listed are kept as keys of their own.
 *
 * @param counts - counts by name, prefixes such as `gen_ai.usage.` taken off.
 */
export function usageFromTokenCounts(counts: ReadonlyMap<string, number>): Usage {
  const usage: UsageMap = {};
  for (const [key, names] of SOURCES) {
    for (const name of names) {
      const count = counts.get(name);
      if (count === undefined) continue;
      usage[key] = count;
      break;
    }
  }
  for (const [whole, parts] of PARTS) {
    let rest = usage[whole];
    if (rest === undefined) continue;
    for (const part of parts) rest -= usage[part] ?? 0;
    usage[whole] = Math.max(rest, 0);
  }
  for (const [name, count] of counts) {
    if (!KNOWN_NAMES.has(name))
      usage[name.startsWith('details.') ? name.slice('details.'.length) : name] = count;
  }
  return withTotal(usage);
}
