import type { ObservationId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ToolDefinition } from '../../model/tool-definition.ts';
import type { ChatMessage } from '../chat/chat-message.ts';
import { readText } from '../chat/media-source.ts';
import { readConversation } from '../chat/read-conversation.ts';
import { parseContainer } from '../json/exact-json.ts';
import { messageKey } from './message-key.ts';

/** What a turn was given and what it answered. */
export interface TurnPayload {
  readonly input: JsonValue;
  readonly output: JsonValue;
  /** The observation it was taken from, where the trace itself has none; else `null`. */
  readonly observationId: ObservationId | null;
}

/** Input or output of a turn, read as what is said. */
export interface TurnSide {
  readonly messages: readonly ChatMessage[];
  /** {@link messageKey} of each. */
  readonly keys: readonly string[];
  readonly tools: readonly ToolDefinition[];
  /** What stands beside the messages; the whole value where there are none; `null` when nothing is left. */
  readonly rest: JsonValue;
}

export interface TurnContent {
  readonly input: TurnSide;
  readonly output: TurnSide;
}

/**
 * Reads a turn's payload as messages: conversations of any shape that `readConversation` knows, plain texts, and
 * objects in which one member is what was said, such as `{ question }` and `{ answer, sources }`.
 */
export function readTurn({ input, output }: Pick<TurnPayload, 'input' | 'output'>): TurnContent {
  return { input: readSide(input, 'user'), output: readSide(output, 'assistant') };
}

function readSide(value: JsonValue, role: 'user' | 'assistant'): TurnSide {
  const parsed = typeof value === 'string' ? parseContainer(value) : value;
  const conversation = readConversation(parsed);
  if (conversation) return sideOf(conversation.messages, conversation.rest, conversation.tools);
  if (typeof parsed === 'string') {
    return parsed.trim() === '' ? sideOf([], null) : sideOf([messageOf(parsed, role)], null);
  }
  const spoken = isJsonObject(parsed) ? readSpoken(parsed, role) : null;
  return spoken ? sideOf([messageOf(spoken.text, role)], spoken.rest) : sideOf([], parsed);
}

/** Members that hold what is said, the likeliest first. */
const SAID: Readonly<Record<'user' | 'assistant', readonly string[]>> = {
  user: ['message', 'question', 'query', 'prompt', 'user_input', 'utterance', 'text', 'content', 'input'],
  assistant: ['message', 'answer', 'response', 'reply', 'completion', 'text', 'content', 'output', 'result'],
};

function readSpoken(
  value: JsonObject,
  role: 'user' | 'assistant',
): { text: string; rest: JsonObject | null } | null {
  for (const key of SAID[role]) {
    const text = value[key];
    if (typeof text !== 'string' || text.trim() === '') continue;
    const rest = Object.entries(value).filter(([name]) => name !== key);
    return { text, rest: rest.length === 0 ? null : Object.fromEntries(rest) };
  }
  return null;
}

function messageOf(text: string, role: string): ChatMessage {
  return { role, name: null, parts: readText(text), content: text, toolCalls: [], toolCallId: null };
}

function sideOf(
  messages: readonly ChatMessage[],
  rest: JsonValue,
  tools: readonly ToolDefinition[] = [],
): TurnSide {
  return { messages, keys: messages.map(messageKey), tools, rest };
}
