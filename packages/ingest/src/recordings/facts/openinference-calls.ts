import { expect } from 'vitest';
import type { Observation, ObservationPayload } from '@oriel/core';
import { readChat } from '@oriel/core';
import { fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';

/** What the fake server knows of a request. */
export interface KnownCall {
  readonly request: string;
  readonly error?: number;
  readonly stream?: boolean;
}

interface Subject {
  readonly observation: Observation;
  readonly payload: ObservationPayload;
  readonly isStreamed: boolean;
}

/** What is known of a call of the OpenAI API and its answer. */
export const OPENINFERENCE_CALL_FACTS: Checks<Subject> = {
  api: fact<string, Subject>((api, { observation }) =>
    expect(observation.type).toBe(api === 'embeddings' ? 'EMBEDDING' : 'GENERATION'),
  ),
  model: fact<string, Subject>((model, { observation }) =>
    expect(observation.model?.startsWith(model)).toBe(true),
  ),
  responseModel: fact((model, { observation }) => expect(observation.model).toBe(model)),
  stream: fact((_, { payload }) => expect(payload.modelParameters['stream']).toBe(true)),
  // Neither streams nor embeddings send counts.
  usage: fact<{ input: number; output?: number; cached?: number; reasoning?: number }, Subject>(
    ({ input, output = 0, cached = 0, reasoning = 0 }, { observation, isStreamed }) => {
      const { usage, type } = observation;
      if (isStreamed || type === 'EMBEDDING') {
        expect(usage).toEqual({});
        return;
      }
      expect(usage).toMatchObject({
        input: input - cached,
        output: output - reasoning,
        input_cached_tokens: cached,
        output_reasoning_tokens: reasoning,
        total: input + output,
      });
    },
  ),
  temperature: fact((value, { payload }) => expect(payload.modelParameters['temperature']).toBe(value)),
  maxTokens: fact((value, { payload }) => expect(payload.modelParameters['max_tokens']).toBe(value)),
  topP: fact((value, { payload }) => expect(payload.modelParameters['top_p']).toBe(value)),
  output: fact<string, Subject>((text, { payload }) =>
    expect(readChat(payload.output)?.map(({ content }) => content)).toEqual([text]),
  ),
  toolCalls: fact<string[], Subject>((names, { payload }) => {
    const calls = readChat(payload.output)?.flatMap(({ toolCalls }) => toolCalls.map(({ name }) => name));
    expect(calls).toEqual(names);
  }),
};
