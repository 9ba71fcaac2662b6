import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

/** One message of a conversation with a model. */
export interface ChatMessage {
  /** As it was captured: `system`, `user`, `assistant`, `tool`, `developer`, … */
  readonly role: string;
  /** Who speaks, where the role alone does not say, such as the tool's name. */
  readonly name: string | null;
  /** Text where the message is text; anything else as it is; `null` when there is none. */
  readonly content: JsonValue;
  readonly toolCalls: readonly ToolCall[];
  /** The call that this message answers. */
  readonly toolCallId: string | null;
}

/** A tool that the model asked for. */
export interface ToolCall {
  readonly id: string | null;
  readonly name: string;
  /** Parsed where the producer kept them as JSON text. */
  readonly arguments: JsonValue;
}

/**
 * Reads a payload as chat messages; `null` when it is not one. Understands a list of `{ role, content }`, such a
 * list under `messages`, and a single message, as model answers are.
 */
export function readChat(value: JsonValue): ChatMessage[] | null {
  if (Array.isArray(value)) return readMessages(value as readonly JsonValue[]);
  if (!isJsonObject(value)) return null;
  if (Array.isArray(value['messages'])) {
    // Other members would be lost from sight: such a payload stays an outline.
    return Object.keys(value).length === 1 ? readMessages(value['messages'] as readonly JsonValue[]) : null;
  }
  return readMessages([value]);
}

function readMessages(values: readonly JsonValue[]): ChatMessage[] | null {
  const messages: ChatMessage[] = [];
  for (const value of values) {
    if (!isJsonObject(value) || typeof value['role'] !== 'string' || !isMessage(value)) return null;
    messages.push({
      role: value['role'],
      name: textOf(value['name']),
      content: textOfParts(value['content']),
      toolCalls: readToolCalls(value),
      toolCallId: textOf(value['tool_call_id']) ?? textOf(value['toolCallId']),
    });
  }
  return messages.length === 0 ? null : messages;
}

function isMessage(value: JsonObject): boolean {
  return 'content' in value || 'tool_calls' in value || 'toolCalls' in value;
}

/** Joins the common list of text parts; a list with anything else in it stays whole. */
function textOfParts(content: JsonValue | undefined): JsonValue {
  if (!Array.isArray(content)) return content ?? null;
  const texts = (content as readonly JsonValue[]).map((part) =>
    isJsonObject(part) && Object.keys(part).every((key) => key === 'type' || key === 'text')
      ? textOf(part['text'])
      : null,
  );
  return texts.length > 0 && texts.every((text) => text !== null) ? texts.join('\n') : content;
}

function readToolCalls(message: JsonObject): ToolCall[] {
  const calls = message['tool_calls'] ?? message['toolCalls'];
  if (!Array.isArray(calls)) return [];
  return (calls as readonly JsonValue[]).filter(isJsonObject).map((call) => {
    const target = isJsonObject(call['function']) ? call['function'] : call;
    return {
      id: textOf(call['id']) ?? textOf(call['toolCallId']),
      name: textOf(target['name']) ?? textOf(target['toolName']) ?? '',
      arguments: parseIfJson(target['arguments'] ?? target['args'] ?? target['input'] ?? null),
    };
  });
}

function parseIfJson(value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    // A model may write broken arguments: those are shown as it wrote them.
    return value;
  }
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
