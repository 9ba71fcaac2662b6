import { isJsonObject } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { parseEmbeddedJson } from '../../json/parse-embedded-json.ts';
import { nestAttributes } from '../nest-attributes.ts';
import type { Attributes } from '../otlp-export.ts';
import type { SpanPayload, SpanSource } from '../span-source.ts';
import { openInferenceMessages, withToolCalls } from './openinference-messages.ts';

const INPUT_MESSAGES = 'llm.input_messages';
const OUTPUT_MESSAGES = 'llm.output_messages';
const INPUT = { value: 'input.value', type: 'input.mime_type' };
const OUTPUT = { value: 'output.value', type: 'output.mime_type' };

/** The conversation with a model. */
export const messages: SpanSource<SpanPayload> = ({ attributes }) => {
  const input = openInferenceMessages(attributes, INPUT_MESSAGES);
  const answers = openInferenceMessages(attributes, OUTPUT_MESSAGES);
  if (input === undefined && answers === undefined) return undefined;
  const output = answers && withToolCalls(answers, attributes.get(OUTPUT.value) ?? null);
  // One answer is a message, several are a list of them.
  return {
    input,
    output: output?.length === 1 ? output[0] : output,
    uses: (key) => key.startsWith(`${INPUT_MESSAGES}.`) || key.startsWith(`${OUTPUT_MESSAGES}.`),
  };
};

/** Raw input: JSON text unless its media type says that it is text. */
export const inputValue: SpanSource<SpanPayload> = ({ attributes }) => {
  const input = rawValue(attributes, INPUT);
  return input === undefined ? undefined : { input, uses: usesOf(INPUT) };
};

export const outputValue: SpanSource<SpanPayload> = ({ attributes }) => {
  const output = rawValue(attributes, OUTPUT);
  return output === undefined ? undefined : { output, uses: usesOf(OUTPUT) };
};

/** The texts that were embedded. Their vectors stay among the attributes. */
export const embeddedTexts: SpanSource<SpanPayload> = ({ attributes }) => {
  const texts = members(attributes, 'embedding.embeddings', 'embedding').flatMap((embedding) =>
    isJsonObject(embedding) ? (embedding['text'] ?? []) : [],
  );
  return texts.length === 0
    ? undefined
    : { input: texts, uses: (key) => /^embedding\.embeddings\.\d+\.embedding\.text$/.test(key) };
};

/** The documents that a retriever found. */
export const documents: SpanSource<SpanPayload> = ({ attributes }) => {
  const found = members(attributes, 'retrieval.documents', 'document');
  return found.length === 0
    ? undefined
    : { output: found, uses: (key) => key.startsWith('retrieval.documents.') };
};

/** The tools offered to a model, each as the provider's API takes it. */
export function toolSchemas(attributes: Attributes): readonly JsonValue[] {
  return members(attributes, 'llm.tools', 'tool').flatMap((tool) =>
    isJsonObject(tool) ? (tool['json_schema'] ?? []) : [],
  );
}

/** What the items of a flattened list hold under a name. */
function members(attributes: Attributes, prefix: string, name: string): readonly JsonValue[] {
  const list = nestAttributes(attributes, prefix);
  if (!Array.isArray(list)) return [];
  return (list as readonly JsonValue[]).flatMap((item) => (isJsonObject(item) ? (item[name] ?? []) : []));
}

function rawValue(attributes: Attributes, { value: key, type }: typeof INPUT): JsonValue | undefined {
  const value = attributes.get(key);
  if (typeof value !== 'string' || attributes.get(type) === 'text/plain') return value;
  return parseEmbeddedJson(value);
}

function usesOf({ value, type }: typeof INPUT) {
  return (key: string): boolean => key === value || key === type;
}
