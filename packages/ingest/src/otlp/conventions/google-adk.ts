import { isJsonObject } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { googleAdkUsage } from '../../usage/framework-usage.ts';
import { readCount } from '../../usage/usage-map.ts';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';
import { membersUnder, opened, text } from '../span-source.ts';
import type { SpanPayload, SpanSource } from '../span-source.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const PREFIX = 'gcp.vertex.agent.';
const INPUTS = ['llm_request', 'tool_call_args'].map((name) => PREFIX + name);
const OUTPUTS = ['llm_response', 'tool_response'].map((name) => PREFIX + name);
const PAYLOADS = new Set([...INPUTS, ...OUTPUTS]);

/** Google's Agent Development Kit, over the names of OpenTelemetry. */
export const GOOGLE_ADK: Vocabulary = {
  name: 'google-adk',
  prefixes: [PREFIX],
  scopes: ['gcp.vertex.agent'],
  consumes: () => false,
};

const usage: SpanSource<NormalizedUsage> = ({ attributes }) => {
  const counts = membersUnder(attributes, 'gen_ai.usage.', (value) => readCount(value));
  const response = opened(attributes.get(`${PREFIX}llm_response`));
  const metadata = isJsonObject(response) ? response['usage_metadata'] : undefined;
  if (counts === undefined && !isJsonObject(metadata)) return undefined;
  const named = new Map(Object.entries(counts ?? {}) as [string, number][]);
  return googleAdkUsage(named, isJsonObject(metadata) ? metadata : undefined);
};

/** The call of the model, or that of the tool where the other is left empty. */
const payload: SpanSource<SpanPayload> = ({ attributes }) => {
  const input = firstFilled(INPUTS.map((key) => opened(attributes.get(key))));
  const output = firstFilled(OUTPUTS.map((key) => opened(attributes.get(key))));
  if (input === undefined && output === undefined) return undefined;
  return { input, output, uses: (key) => PAYLOADS.has(key) };
};

function firstFilled(values: readonly (JsonValue | undefined)[]): JsonValue | undefined {
  return values.find(
    (value) =>
      value !== undefined && value !== '' && !(isJsonObject(value) && Object.keys(value).length === 0),
  );
}

export const googleAdk = speaking(GOOGLE_ADK, {
  usage,
  payload,
  sessionId: text(`${PREFIX}session_id`),
});
