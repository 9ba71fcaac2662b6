import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';

/** Who speaks in an event `gen_ai.<role>.message`, in the order of a conversation's turn. */
export const MESSAGE_ROLES = ['system', 'user', 'assistant', 'tool'] as const;

/** The event with everything of a call at once, which follows the events with one message each. */
export const INFERENCE_DETAILS = 'gen_ai.client.inference.operation.details';

/** Attributes of an event that tell of the event, not of the message. */
const ENVELOPE = new Set(['gen_ai.system', 'gen_ai.provider.name', 'event.name']);

/** A message of an input, from the content of its event. */
export function roleMessage(role: string, content: JsonObject): JsonObject {
  return { role, ...withoutEnvelope(content) };
}

/** A message of an output, from the content of `gen_ai.choice`: why it ended stands beside what was said. */
export function choiceMessage(content: JsonObject): JsonObject {
  const { message, ...rest } = withoutEnvelope(content);
  if (message === undefined) return { role: 'assistant', ...rest };
  return { role: 'assistant', ...(isJsonObject(message) ? message : { content: message }), ...rest };
}

function withoutEnvelope(content: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(content).filter(([key]) => !ENVELOPE.has(key)));
}

/**
 * Messages with the instructions of the system in front, unless they have one already. Instructions are parts of a
 * message, or plain text.
 */
export function withInstructions(messages: JsonValue, instructions: JsonValue | undefined): JsonValue {
  if (instructions === undefined || !Array.isArray(messages)) return messages;
  const list = messages as readonly JsonValue[];
  const hasSystem = list.some((message) => isJsonObject(message) && message['role'] === 'system');
  return hasSystem ? messages : [instructionMessage(instructions), ...list];
}

/** The message that instructions stand for: parts as in the messages beside it, or text. */
export function instructionMessage(instructions: JsonValue): JsonObject {
  return Array.isArray(instructions)
    ? { role: 'system', parts: instructions as readonly JsonValue[] }
    : { role: 'system', content: instructions };
}
