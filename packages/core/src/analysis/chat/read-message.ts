import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ChatMessage, ToolCall } from './chat-message.ts';
import { textOf } from './json-text.ts';
import type { MessagePart, ToolResultPart } from './message-part.ts';
import type { OpenedMessage } from './open-message.ts';
import { readMediaPart } from './read-media-part.ts';
import { readParts } from './read-parts.ts';
import { readToolCall } from './read-tool-call.ts';

/** Mostly one message; one for each result where several tools answer in one. */
export function readMessage({ role, message }: OpenedMessage): ChatMessage[] {
  const given = message['content'] ?? message['contents'] ?? message['parts'] ?? null;
  const name = textOf(message['name']);
  const toolCallId = textOf(message['tool_call_id']) ?? textOf(message['toolCallId']);
  const parts = withoutRepeats([
    ...readAside(message),
    ...readParts(given),
    ...readToolCalls(message).map((call): MessagePart => ({ kind: 'tool-call', call })),
  ]);
  const results = parts.filter((part) => part.kind === 'tool-result');
  if (results.length > 0 && results.length === parts.length) {
    return results.map((result) => messageOf(role, result.name, [result], result.toolCallId));
  }
  if (toolCallId !== null && results.length === 0) {
    const isError = message['status'] === 'error' || message['is_error'] === true;
    const result: ToolResultPart = { kind: 'tool-result', toolCallId, name, parts, isError };
    return [messageOf(role, name, [result], toolCallId)];
  }
  return [messageOf(role, name, parts, toolCallId)];
}

function messageOf(
  role: string,
  name: string | null,
  parts: readonly MessagePart[],
  toolCallId: string | null,
): ChatMessage {
  const toolCalls = parts.flatMap((part) => (part.kind === 'tool-call' ? [part.call] : []));
  return { role, name, parts, content: contentOf(parts), toolCalls, toolCallId };
}

/** The texts of a message as one; those of its tool results, where it is nothing else. */
function contentOf(parts: readonly MessagePart[]): string | null {
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  if (texts.length > 0) return texts.join('\n');
  const [first, ...more] = parts;
  return first?.kind === 'tool-result' && more.length === 0 ? contentOf(first.parts) : null;
}

/** What vendors keep beside the content: reasoning, refusals, and audio with its transcript. */
function readAside(message: JsonObject): MessagePart[] {
  const parts: MessagePart[] = [];
  const reasoning = textOf(message['reasoning_content']) ?? textOf(message['reasoning']);
  if (reasoning) parts.push({ kind: 'reasoning', text: reasoning });
  const refusal = textOf(message['refusal']);
  if (refusal) parts.push({ kind: 'refusal', text: refusal });
  const audio = message['audio'];
  const media = isJsonObject(audio) ? readMediaPart({ type: 'audio', audio }) : null;
  if (media) parts.push(media);
  return parts;
}

function readToolCalls(message: JsonObject): ToolCall[] {
  const calls = message['tool_calls'] ?? message['toolCalls'] ?? [message['function_call']];
  return Array.isArray(calls) ? (calls as readonly JsonValue[]).filter(isJsonObject).map(readToolCall) : [];
}

/** LangChain keeps Anthropic's calls twice: in the content and as a field. */
function withoutRepeats(parts: readonly MessagePart[]): MessagePart[] {
  const ids = new Set<string>();
  return parts.filter((part) => {
    if (part.kind !== 'tool-call' || part.call.id === null) return true;
    const isNew = !ids.has(part.call.id);
    ids.add(part.call.id);
    return isNew;
  });
}
