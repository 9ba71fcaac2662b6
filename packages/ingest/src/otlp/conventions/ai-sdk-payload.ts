import type { JsonObject, JsonValue } from '@oriel/core';
import { parseEmbeddedJson, parseJsonText } from '../../json/parse-embedded-json.ts';
import type { Attributes } from '../otlp-export.ts';
import type { SpanPayload, SpanSource } from '../span-source.ts';

/** Where the SDK puts what a call was given, what comes first wins: messages before the prompt they were made of. */
const INPUTS = ['ai.prompt.messages', 'ai.prompt', 'ai.toolCall.args', 'ai.value', 'ai.values'];

const TEXT = 'ai.response.text';
const TOOL_CALLS = ['ai.response.toolCalls', 'ai.result.toolCalls'];

/** Where the SDK puts what a call answered. Up to its third major it said `result`. */
const OUTPUTS = [
  TEXT,
  'ai.result.text',
  'ai.toolCall.result',
  'ai.response.object',
  'ai.result.object',
  'ai.embedding',
  'ai.embeddings',
];

/** What a model wrote. */
const WRITTEN = new Set([TEXT, 'ai.result.text']);

/** Values that were embedded. */
const EMBEDDED = new Set(['ai.value', 'ai.values']);

const PAYLOADS = new Set([...INPUTS, ...OUTPUTS, ...TOOL_CALLS]);

/** What a span of the AI SDK was given and what it answered. */
export const aiSdkPayload: SpanSource<SpanPayload> = ({ attributes }) => {
  const input = firstOpened(attributes, INPUTS);
  const output = answer(attributes);
  if (input === undefined && output === undefined) return undefined;
  return { input, output, uses: (key) => PAYLOADS.has(key) };
};

/** Text stays text; tool calls make a message of the assistant, which is what asks for them. */
function answer(attributes: Attributes): JsonValue | undefined {
  const output = firstOpened(attributes, OUTPUTS);
  const calls = firstOpened(attributes, TOOL_CALLS);
  if (calls === undefined) return output;
  const message: JsonObject = { role: 'assistant', content: output ?? null, tool_calls: calls };
  return message;
}

/** The first that is there and says something. */
function firstOpened(attributes: Attributes, keys: readonly string[]): JsonValue | undefined {
  for (const key of keys) {
    const value = attributes.get(key);
    if (value !== undefined && value !== '') return opened(key, value);
  }
  return undefined;
}

/** Objects and lists are JSON text, embedded values are JSON text one by one, and what a model wrote is just text. */
function opened(key: string, value: JsonValue): JsonValue {
  if (WRITTEN.has(key)) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => opened(key, item));
  if (typeof value !== 'string') return value;
  return (EMBEDDED.has(key) ? parseJsonText(value) : undefined) ?? parseEmbeddedJson(value);
}
