import type { JsonObject, Observation } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import { expectSameItems } from './compare.ts';

type Sent = Readonly<Record<string, string | number>>;

const PREFIX = 'gen_ai.usage.';

/** Every count that was sent on a span is on its observation, whole, and nowhere else. */
export function expectSentTokens(sent: readonly Sent[], { observations }: ReplayedTrace): void {
  expectSameItems(
    observations.filter(({ usage }) => Object.keys(usage).length > 0).map(tokensOf),
    sent.map((tokens) => {
      const input = Number(tokens[`${PREFIX}input_tokens`] ?? 0);
      const output = Number(tokens[`${PREFIX}output_tokens`] ?? 0);
      return {
        name: tokens['name'],
        input,
        output,
        total: tokens[`${PREFIX}total_tokens`] ?? input + output,
        cached: detail(tokens[`${PREFIX}input_token_details`], 'cache_read'),
        reasoning: detail(tokens[`${PREFIX}output_token_details`], 'reasoning'),
      };
    }),
    'tokens on spans',
  );
}

function detail(text: string | number | undefined, name: string): number {
  return typeof text === 'string' ? Number((JSON.parse(text) as JsonObject)[name] ?? 0) : 0;
}

/** Details are parts of the count they detail. */
function tokensOf({ name, usage }: Observation) {
  const { input = 0, output = 0, total } = usage;
  const cached = usage['input_cached_tokens'] ?? usage['input_cache_read'] ?? 0;
  const reasoning = usage['output_reasoning_tokens'] ?? usage['output_reasoning'] ?? 0;
  return { name, input: input + cached, output: output + reasoning, total, cached, reasoning };
}
