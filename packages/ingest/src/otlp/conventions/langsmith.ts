import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { parseJsonText } from '../../json/parse-embedded-json.ts';
import { normalizeUsage } from '../../usage/normalize-usage.ts';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';
import { firstOf, membersUnder, object, opened, payload, text } from '../span-source.ts';
import type { SpanPayload, SpanSource } from '../span-source.ts';
import { graphUnder } from '../graph-under.ts';
import { tagList } from '../tag-list.ts';
import { typeBy } from '../type-table.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const METADATA = 'langsmith.metadata.';
const TAGS = 'langsmith.span.tags';
const USAGE = 'langsmith.usage_metadata';

/** What the SDK puts into the metadata itself, and what has a field of its own. */
const NOT_METADATA = new Set([
  'session_id',
  'thread_id',
  'conversation_id',
  'user_id',
  'usage_metadata',
  'ls_invocation_params',
  'ls_temperature',
  'ls_max_tokens',
  'ls_stop',
]);

/** LangSmith's SDK where it sends OpenTelemetry. Every value is text. */
export const LANGSMITH: Vocabulary = {
  name: 'langsmith',
  prefixes: ['langsmith.'],
  consumes: (key) => key.startsWith(METADATA) || key === TAGS || key === USAGE,
};

const kind = typeBy(text('langsmith.span.kind'), {
  llm: 'GENERATION',
  chain: 'CHAIN',
  tool: 'TOOL',
  retriever: 'RETRIEVER',
  embedding: 'EMBEDDING',
});

const usageMetadata = object(USAGE);

const usage: SpanSource<NormalizedUsage> = (span, group) =>
  normalizeUsage({ usageDetails: usageMetadata(span, group) });

/** The names under which LangSmith groups runs into threads. */
const sessionId = firstOf(
  text(`${METADATA}session_id`),
  text(`${METADATA}thread_id`),
  text(`${METADATA}conversation_id`),
);

const metadata: SpanSource<JsonObject> = ({ attributes }) =>
  membersUnder(attributes, METADATA, (value, name) => (NOT_METADATA.has(name) ? undefined : value));

const modelParameters: SpanSource<JsonObject> = ({ attributes }) => {
  const said: [string, JsonValue | undefined][] = [
    ['temperature', parsed(attributes.get(`${METADATA}ls_temperature`))],
    ['max_tokens', parsed(attributes.get(`${METADATA}ls_max_tokens`))],
    ['stop', parsed(attributes.get(`${METADATA}ls_stop`))],
  ];
  const rest = parsed(attributes.get(`${METADATA}ls_invocation_params`));
  const parameters = {
    ...Object.fromEntries(said.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)),
    ...(isJsonObject(rest) ? rest : undefined),
  };
  return Object.keys(parameters).length > 0 ? parameters : undefined;
};

function parsed(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'string' ? (parseJsonText(value) ?? value) : value;
}

const INPUTS = 'gen_ai.prompt';
const OUTPUTS = 'gen_ai.completion';
const inputs = payload(INPUTS);
const outputs = payload(OUTPUTS);

/** Inputs and outputs as one object each. */
const run: SpanSource<SpanPayload> = (span, group) => {
  const input = inputs(span, group);
  const output = outputs(span, group);
  if (input === undefined && output === undefined) return undefined;
  const answer = onlyAnswer(output);
  // Beside the message of an answer its envelope stays visible.
  const uses = (key: string): boolean => key === INPUTS || (key === OUTPUTS && answer === undefined);
  return { input, output: answer ?? returned(output), uses };
};

/** The message of a model's answer that has only one. */
function onlyAnswer(output: JsonValue | undefined): JsonValue | undefined {
  const choices = isJsonObject(output) ? output['choices'] : undefined;
  if (!Array.isArray(choices) || choices.length !== 1) return undefined;
  const [choice] = choices as readonly JsonValue[];
  return isJsonObject(choice) && isJsonObject(choice['message']) ? choice['message'] : undefined;
}

/** What a function returned is the member `outputs` of an object made for it. */
function returned(output: JsonValue | undefined): JsonValue | undefined {
  if (!isJsonObject(output)) return output;
  const { outputs: value, ...others } = output;
  return value === undefined || Object.keys(others).length > 0 ? output : opened(value);
}

export const langsmith = speaking(LANGSMITH, {
  kind,
  usage,
  sessionId,
  userId: text(`${METADATA}user_id`),
  tags: tagList(TAGS),
  metadata,
  modelParameters,
  graph: graphUnder(METADATA),
  run,
});
