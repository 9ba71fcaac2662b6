import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ChatMessage, ToolCall } from './chat-message.ts';
import { textOf } from './json-text.ts';
import { openMessage } from './open-message.ts';
import { readParts } from './read-parts.ts';
import { readToolCall } from './read-tool-call.ts';

/**
 * Reads a payload as chat messages; `null` when it is not one. Understands a list of messages, such a list under
 * `messages` (with the tools offered beside it or not), and a single message, as model answers are. Messages may be
 * written as OpenAI, Anthropic, Gemini, the AI SDK, LangChain, OpenInference or OpenTelemetry write them.
 */
export function readChat(value: JsonValue): ChatMessage[] | null {
  if (Array.isArray(value)) return readMessages(value as readonly JsonValue[]);
  if (!isJsonObject(value)) return null;
  if (Array.isArray(value['messages'])) {
    // Other members would be lost from sight: such a payload stays an outline. Tools have a place of their own.
    const rest = Object.keys(value).filter((key) => key !== 'messages' && key !== 'tools');
    return rest.length === 0 ? readMessages(value['messages'] as readonly JsonValue[]) : null;
  }
  return readMessages([value]);
}

function readMessages(values: readonly JsonValue[]): ChatMessage[] | null {
  const messages: ChatMessage[] = [];
  for (const value of values) {
    const opened = openMessage(value);
    if (opened === null || !isMessage(opened.message)) return null;
    messages.push(...readMessage(opened.role, opened.message));
  }
  return messages.length === 0 ? null : messages;
}

const CONTENT_KEYS = ['content', 'contents', 'parts', 'tool_calls', 'toolCalls', 'function_call'];

function isMessage(message: JsonObject): boolean {
  return CONTENT_KEYS.some((key) => key in message);
}

/** Mostly one message; one for each result where several tools answer in one. */
function readMessage(role: string, message: JsonObject): ChatMessage[] {
  const given = message['content'] ?? message['contents'] ?? message['parts'] ?? null;
  const parts = Array.isArray(given) ? readParts(given as readonly JsonValue[]) : null;
  const content = parts ? parts.content : given;
  const toolCalls = withoutRepeats([...readToolCalls(message), ...(parts?.toolCalls ?? [])]);
  const results = (parts?.toolResults ?? []).map((result) => ({ role, toolCalls: [], ...result }));
  const toolCallId = textOf(message['tool_call_id']) ?? textOf(message['toolCallId']);
  if (results.length > 0 && content === null && toolCalls.length === 0) return results;
  return [{ role, name: textOf(message['name']), content, toolCalls, toolCallId }, ...results];
}

function readToolCalls(message: JsonObject): ToolCall[] {
  const calls = message['tool_calls'] ?? message['toolCalls'] ?? [message['function_call']];
  return Array.isArray(calls) ? (calls as readonly JsonValue[]).filter(isJsonObject).map(readToolCall) : [];
}

/** LangChain keeps Anthropic's calls twice: in the content and as a field. */
function withoutRepeats(calls: readonly ToolCall[]): readonly ToolCall[] {
  const ids = new Set<string>();
  return calls.filter(({ id }) => {
    if (id === null) return true;
    const isNew = !ids.has(id);
    ids.add(id);
    return isNew;
  });
}
