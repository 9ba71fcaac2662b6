import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue, ToolDefinition } from '@oriel/core';
import { toolDefinitions } from '../../tools/tool-definitions.ts';
import { number, onlyIn, opened, spanPayload, text } from '../span-source.ts';
import type { SpanPayload, SpanSource } from '../span-source.ts';
import { tagList } from '../tag-list.ts';
import { choiceMessage, withInstructions } from './gen-ai-messages.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const ALL_MESSAGES = 'pydantic_ai.all_messages';
const REQUEST_PARAMETERS = 'model_request_parameters';

/** Pydantic's Logfire, and Pydantic AI, whose instrumentation it is. */
export const LOGFIRE: Vocabulary = {
  name: 'logfire',
  prefixes: ['logfire.', 'pydantic_ai.'],
  keys: ['all_messages_events', 'final_result', REQUEST_PARAMETERS],
  scopes: ['logfire', 'pydantic-ai'],
  consumes: (key) =>
    key === 'logfire.msg' ||
    key === 'logfire.level_num' ||
    key === 'logfire.tags' ||
    key === REQUEST_PARAMETERS,
};

/** OpenTelemetry's numbers of severity, by the first of each word. */
const SEVERITIES: readonly (readonly [from: number, level: string])[] = [
  [17, 'ERROR'],
  [13, 'WARN'],
  [9, 'INFO'],
  [1, 'DEBUG'],
];

const severity = number('logfire.level_num');

const level: SpanSource<string> = (span, group) => {
  const given = severity(span, group);
  return given === undefined ? undefined : SEVERITIES.find(([from]) => given >= from)?.[1];
};

/** A run of an agent has all its messages, and the sum of all its tokens. */
const RUN_KEYS = ['all_messages_events', ALL_MESSAGES, 'final_result'];

const agentType = onlyIn<'AGENT'>('pydantic-ai', ({ attributes }) =>
  attributes.has('agent_name') && RUN_KEYS.some((key) => attributes.has(key)) ? 'AGENT' : undefined,
);

const isAggregate: SpanSource<true> = (span, group) =>
  agentType(span, group) === undefined ? undefined : true;

/** Events of a conversation as one attribute: the answer among them is the output. */
const eventList: SpanSource<SpanPayload> = ({ attributes }) => {
  const events = opened(attributes.get('events'));
  if (!Array.isArray(events)) return undefined;
  const list = (events as readonly JsonValue[]).filter(isJsonObject);
  const choice = list.find((event) => event['event.name'] === 'gen_ai.choice');
  const input = list.filter((event) => event !== choice).map(messageOf);
  if (input.length === 0 && choice === undefined) return undefined;
  return {
    input: input.length > 0 ? input : undefined,
    output: choice && choiceMessage(withoutPlace(choice)),
    uses: (key) => key === 'events',
  };
};

function messageOf(event: JsonObject): JsonObject {
  const name = event['event.name'];
  const role = typeof name === 'string' ? /^gen_ai\.(\w+)\.message$/.exec(name)?.[1] : undefined;
  return { ...(role !== undefined && { role }), ...withoutPlace(event) };
}

/** Without the event's name and its place in the conversation, which the list shows. */
function withoutPlace(event: JsonObject): JsonObject {
  const { 'event.name': _name, 'gen_ai.message.index': _index, ...content } = event;
  return content;
}

/** Everything a run of an agent said and heard. */
const allMessages = onlyIn<SpanPayload>('pydantic-ai', ({ attributes }) => {
  const messages = opened(attributes.get(ALL_MESSAGES));
  const output = opened(attributes.get('final_result'));
  if (messages === undefined && output === undefined) return undefined;
  const instructions = opened(attributes.get('gen_ai.system_instructions'));
  return {
    input: messages && withInstructions(messages, instructions),
    output,
    uses: (key) => key === ALL_MESSAGES || key === 'final_result',
  };
});

const tools: SpanSource<readonly ToolDefinition[]> = ({ attributes }) => {
  const parameters = opened(attributes.get(REQUEST_PARAMETERS));
  if (!isJsonObject(parameters)) return undefined;
  const lists = [parameters['function_tools'], parameters['output_tools'], parameters['tools']];
  const found = lists.flatMap((list) => toolDefinitions(list) ?? []);
  return found.length > 0 ? found : undefined;
};

export const logfire = speaking(LOGFIRE, {
  message: text('logfire.msg'),
  level,
  tags: tagList('logfire.tags'),
  agentType,
  isAggregate,
  model: text('model_name'),
  promptAndEvents: spanPayload(['prompt', 'all_messages_events'], ['final_result']),
  eventList,
  allMessages,
  toolCall: spanPayload(['tool_arguments'], ['tool_response']),
  tools,
});
