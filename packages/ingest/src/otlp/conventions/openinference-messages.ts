import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { parseEmbeddedJson, parseJsonText } from '../../json/parse-embedded-json.ts';
import { nestAttributes } from '../nest-attributes.ts';
import type { Attributes } from '../otlp-export.ts';

/**
 * The chat messages that OpenInference flattens into `llm.input_messages.0.message.role` and so on, in the shape of
 * the chat APIs: `{ role, content, tool_calls }`. `undefined` when there are none.
 *
 * @param prefix - `llm.input_messages` or `llm.output_messages`.
 */
export function openInferenceMessages(
  attributes: Attributes,
  prefix: string,
): readonly JsonObject[] | undefined {
  const messages = members(nestAttributes(attributes, prefix), 'message').map(chatMessage);
  return messages.length > 0 ? messages : undefined;
}

/**
 * The answers of a model with the tool calls it made. The LangChain instrumentation leaves calls out of its messages;
 * they stand in the raw answer only.
 *
 * @param rawAnswer - what `output.value` holds.
 */
export function withToolCalls(messages: readonly JsonObject[], rawAnswer: JsonValue): readonly JsonObject[] {
  if (typeof rawAnswer !== 'string' || !rawAnswer.includes('"tool_calls"')) return messages;
  if (messages.some((message) => 'tool_calls' in message)) return messages;
  const answers = langChainAnswers(parseEmbeddedJson(rawAnswer));
  return messages.map((message, index) => {
    const calls = answers[index]?.['tool_calls'];
    return Array.isArray(calls) && calls.length > 0 ? { ...message, tool_calls: calls } : message;
  });
}

/** LangChain's `{ generations: [[{ message: { kwargs } }]] }`: one inner list per prompt, one item per answer. */
function langChainAnswers(answer: JsonValue): readonly JsonObject[] {
  const generations = isJsonObject(answer) ? listOf(answer['generations']).flatMap(listOf) : [];
  return generations.map((generation) => {
    const message = isJsonObject(generation) ? generation['message'] : undefined;
    const fields = isJsonObject(message) ? message['kwargs'] : undefined;
    return isJsonObject(fields) ? fields : {};
  });
}

function chatMessage({ contents, tool_calls: calls, ...message }: JsonObject): JsonObject {
  const toolCalls = members(calls, 'tool_call').map(toolCall);
  const content = message['content'] ?? parts(contents);
  return {
    ...message,
    ...(content !== undefined && { content }),
    ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
  };
}

/** Parts that only announce a tool call say nothing beside the call itself. */
function parts(contents: JsonValue | undefined): JsonValue | undefined {
  const list = members(contents, 'message_content').filter((part) => part['type'] !== 'tool-call');
  return list.length > 0 ? list.map(chatPart) : undefined;
}

/** Images are wrapped twice: `{ type: 'image', image: { image: { url } } }`. */
function chatPart(part: JsonObject): JsonObject {
  const wrapped = part['image'];
  const image = isJsonObject(wrapped) ? wrapped['image'] : undefined;
  return isJsonObject(image) && 'url' in image ? { type: 'image_url', image_url: image } : part;
}

/** One sender encodes the arguments twice, so that they are JSON text of JSON text. */
function toolCall(call: JsonObject): JsonObject {
  const target = call['function'];
  const given = isJsonObject(target) ? target['arguments'] : undefined;
  if (!isJsonObject(target) || typeof given !== 'string' || !given.startsWith('"')) return call;
  const inner = parseJsonText(given);
  return typeof inner === 'string' ? { ...call, function: { ...target, arguments: inner } } : call;
}

/** The objects that items of a list hold under a name. */
function members(list: JsonValue | undefined, name: string): JsonObject[] {
  return listOf(list).flatMap((item) => {
    const member = isJsonObject(item) ? item[name] : undefined;
    return isJsonObject(member) ? [member] : [];
  });
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
