import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { parseEmbeddedJson, parseJsonText } from '../../json/parse-embedded-json.ts';
import type { Attributes } from '../otlp-export.ts';
import type { SpanSource } from '../span-source.ts';

/** Where each parameter stands, first place wins (reference 2.4). */
const PARAMETERS: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['maxSteps', ['ai.settings.maxSteps']],
  ['toolChoice', ['ai.prompt.toolChoice']],
  ['maxTokens', ['gen_ai.request.max_tokens', 'ai.settings.maxOutputTokens', 'ai.settings.maxTokens']],
  ['finishReason', ['gen_ai.response.finish_reasons', 'gen_ai.finishReason', 'ai.response.finishReason']],
  ['system', ['gen_ai.system', 'ai.model.provider']],
  ['maxRetries', ['ai.settings.maxRetries']],
  ['mode', ['ai.settings.mode']],
  ['temperature', ['gen_ai.request.temperature', 'ai.settings.temperature']],
  ['service_tier', ['gen_ai.request.service_tier']],
];

const REQUEST = 'gen_ai.request.';
const NAMED_OTHERWISE = new Set(['gen_ai.request.model', ...PARAMETERS.flatMap(([, keys]) => keys)]);

/** Only the SDK's own spans; the seventh major's are OpenTelemetry's in this. */
export const aiSdkParameters: SpanSource<JsonObject> = ({ attributes }) => {
  if (!attributes.has('ai.operationId')) return undefined;
  const parameters = new Map<string, JsonValue>();
  for (const [name, keys] of PARAMETERS) {
    const value = keys.map((key) => attributes.get(key)).find((found) => found !== undefined);
    if (value !== undefined) parameters.set(name, parameterValue(value));
  }
  const tier = servedTier(attributes);
  if (tier !== undefined) parameters.set('service_tier', tier);
  for (const [key, value] of attributes) {
    if (key.startsWith(REQUEST) && !NAMED_OTHERWISE.has(key))
      parameters.set(key.slice(REQUEST.length), value);
  }
  return Object.fromEntries(parameters);
};

/** JSON text is opened; of a list with one item, the item is meant: a call finishes for one reason. */
function parameterValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return parseEmbeddedJson(value);
  const [only, ...more]: readonly JsonValue[] = Array.isArray(value) ? value : [];
  return only !== undefined && more.length === 0 ? only : value;
}

/** The tier that OpenAI served the call in, which may differ from the one asked for. */
function servedTier(attributes: Attributes): JsonValue | undefined {
  const value = attributes.get('ai.response.providerMetadata');
  const metadata = typeof value === 'string' ? parseJsonText(value) : value;
  const openai = isJsonObject(metadata) ? metadata['openai'] : undefined;
  return isJsonObject(openai) ? openai['serviceTier'] : undefined;
}
