import type { JsonObject, JsonValue } from '@oriel/core';
import type { Attributes, OtlpEvent, OtlpSpan } from '../otlp-export.ts';
import { lookingAt, opened, payload, spanPayload } from '../span-source.ts';
import type { SpanPayload, SpanSource } from '../span-source.ts';
import {
  INFERENCE_DETAILS,
  MESSAGE_ROLES,
  choiceMessage,
  roleMessage,
  withInstructions,
} from './gen-ai-messages.ts';

/** Where OpenTelemetry's conventions for generative AI put prompts and answers: they changed their mind often. */

const INSTRUCTIONS = 'gen_ai.system_instructions';
const CONVERSATION = new Set(['gen_ai.input.messages', 'gen_ai.output.messages', INSTRUCTIONS]);
const ROLE_EVENTS = new Map<string, string>(MESSAGE_ROLES.map((role) => [`gen_ai.${role}.message`, role]));
const CHOICE = 'gen_ai.choice';
const CONTENT_EVENTS = new Set(['gen_ai.content.prompt', 'gen_ai.content.completion']);

/** Lists of messages as attributes, the newest form. */
export const messages = lookingAt<SpanPayload>(isConversation, ({ attributes }) => conversation(attributes));

function conversation(attributes: Attributes): SpanPayload | undefined {
  const input = opened(attributes.get('gen_ai.input.messages'));
  const output = opened(attributes.get('gen_ai.output.messages'));
  if (input === undefined && output === undefined) return undefined;
  return {
    input: input && withInstructions(input, opened(attributes.get(INSTRUCTIONS))),
    output,
    uses: isConversation,
  };
}

function isConversation(key: string): boolean {
  return CONVERSATION.has(key);
}

/** The same attributes on an event of the span. */
export const detailsEvent: SpanSource<SpanPayload> = ({ events }) => {
  const event = events.find(({ name }) => name === INFERENCE_DETAILS);
  const found = event && conversation(event.attributes);
  return found && { ...found, uses: (key) => key === INFERENCE_DETAILS };
};

/** One event for each message. */
export const messageEvents: SpanSource<SpanPayload> = ({ events }) => {
  if (events.length === 0) return undefined;
  const input: JsonObject[] = [];
  const choices: JsonObject[] = [];
  for (const event of events) {
    const role = ROLE_EVENTS.get(event.name);
    if (role !== undefined) input.push(roleMessage(role, contentOf(event)));
    else if (event.name === CHOICE) choices.push(choiceMessage(contentOf(event)));
  }
  if (input.length === 0 && choices.length === 0) return undefined;
  const [only] = choices;
  return {
    input: input.length > 0 ? input : undefined,
    output: choices.length > 1 ? choices : only,
    uses: (key) => ROLE_EVENTS.has(key) || key === CHOICE,
  };
};

function contentOf({ attributes }: OtlpEvent): JsonObject {
  return Object.fromEntries([...attributes].map(([key, value]) => [key, opened(value)]));
}

/** Prompt and completion as they were, on the span. */
export const promptAndCompletion: SpanSource<SpanPayload> = spanPayload(
  ['gen_ai.prompt'],
  ['gen_ai.completion'],
);

/** The same on one event each, the oldest form. */
export const contentEvents: SpanSource<SpanPayload> = (span, group) => {
  const events = span.events.filter(({ name }) => CONTENT_EVENTS.has(name));
  if (events.length === 0) return undefined;
  const attributes = new Map(events.flatMap((event) => [...event.attributes]));
  const inEvent: OtlpSpan = { ...span, attributes };
  const found = conversation(attributes) ?? promptAndCompletion(inEvent, group);
  return found && { ...found, uses: (key) => CONTENT_EVENTS.has(key) };
};

/** Input and result of a tool. */
export const toolCall: SpanSource<SpanPayload> = spanPayload(
  ['gen_ai.tool.call.arguments'],
  ['gen_ai.tool.call.result'],
);

/** Instructions alone, of senders that tell the messages elsewhere. */
export const instructions: SpanSource<JsonValue> = payload(INSTRUCTIONS);
