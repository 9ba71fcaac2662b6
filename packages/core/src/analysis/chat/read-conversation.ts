import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ChatMessage, Conversation } from './chat-message.ts';
import { parseIfJson, textOf } from './json-text.ts';
import { openMessage } from './open-message.ts';
import { readMessage } from './read-message.ts';
import { readToolDefinitions } from './read-tool-definitions.ts';

/**
 * Reads a payload as a conversation; `null` when it is none. Understands a list of messages, a single message as model
 * answers are, and whole requests and responses with messages somewhere in them: of OpenAI (chat and Responses),
 * Anthropic, Gemini, the AI SDK, LangChain and LangGraph, OpenInference and OpenTelemetry.
 */
export function readConversation(value: JsonValue): Conversation | null {
  if (Array.isArray(value)) return readList(value as readonly JsonValue[]);
  if (!isJsonObject(value)) return null;
  return readHolder(value) ?? readSingle(value) ?? readConstructed(value);
}

/** LangChain's serialised objects, such as the value of a prompt, keep what they hold in `kwargs`. */
function readConstructed(value: JsonObject): Conversation | null {
  return value['type'] === 'constructor' && isJsonObject(value['kwargs'])
    ? readHolder(value['kwargs'])
    : null;
}

/** A list of messages; tools may stand among them as JSON text, or the list may hold nothing but calls. */
function readList(values: readonly JsonValue[]): Conversation | null {
  const tools = values.flatMap((value) =>
    typeof value === 'string' ? readToolDefinitions([parseIfJson(value)]) : [],
  );
  const rest = values.filter((value) => typeof value !== 'string');
  if (rest.length + tools.length !== values.length) return null;
  const messages = readMessages(rest) ?? readCalls(rest);
  return messages && { messages, tools, rest: null };
}

function readMessages(values: readonly JsonValue[]): ChatMessage[] | null {
  const messages: ChatMessage[] = [];
  for (const value of values) {
    const opened = openMessage(value);
    if (opened === null || !isMessage(opened.message)) return null;
    messages.push(...readMessage(opened));
  }
  return messages.length === 0 ? null : messages;
}

/** Calls alone, as the AI SDK answers with: the message of an assistant who said nothing. */
function readCalls(values: readonly JsonValue[]): ChatMessage[] | null {
  const areCalls =
    values.length > 0 &&
    values.every((value) => isJsonObject(value) && ('toolName' in value || 'functionCall' in value));
  return areCalls ? readMessage({ role: 'assistant', message: { tool_calls: values } }) : null;
}

/** Members that hold what is said, in the order it was said. */
const HOLDERS = [
  ['instructions', 'system'],
  ['system', 'system'],
  ['systemInstruction', 'system'],
  ['system_instruction', 'system'],
  ['messages', null],
  ['contents', null],
  ['input', 'user'],
  ['prompt', 'user'],
  ['output', 'assistant'],
  ['choices', null],
  ['candidates', null],
  ['generations', null],
] as const;
const MAIN_HOLDERS = new Set(['messages', 'contents', 'choices', 'candidates', 'generations']);
const REQUEST_KEYS = new Set(['model', 'instructions', 'system']);

/** A request, a response or a state with messages in it. */
function readHolder(value: JsonObject): Conversation | null {
  const isPlainRequest = Object.keys(value).some((key) => REQUEST_KEYS.has(key));
  const messages: ChatMessage[] = [];
  const read = new Set<string>();
  let hasConversation = false;
  for (const [key, role] of HOLDERS) {
    const held = value[key];
    if (held === undefined || held === null) continue;
    const found = readHeld(key, held, role);
    if (!found) continue;
    // A text under `input` or `prompt` is a message only where the rest looks like a request.
    if (typeof held === 'string' && role !== 'system' && !isPlainRequest) continue;
    messages.push(...found);
    read.add(key);
    hasConversation ||= MAIN_HOLDERS.has(key) || role !== 'system';
  }
  if (!hasConversation || messages.length === 0) return null;
  const tools = readToolDefinitions(value['tools'] ?? null);
  const rest = Object.entries(value).filter(
    ([key]) => !read.has(key) && !(key === 'tools' && (tools.length > 0 || isEmptyList(value['tools']))),
  );
  return { messages, tools, rest: rest.length === 0 ? null : Object.fromEntries(rest) };
}

function readHeld(key: string, held: JsonValue, role: string | null): ChatMessage[] | null {
  if (typeof held === 'string')
    return role === null ? null : readMessage({ role, message: { content: held } });
  if (role === 'system') return readMessage({ role, message: isJsonObject(held) ? held : { content: held } });
  if (!Array.isArray(held)) return null;
  const list = held as readonly JsonValue[];
  if (list.length === 0) return null;
  // OpenAI answers with `choices: [{ message }]`, Gemini with `candidates: [{ content }]`, LangChain with lists of lists.
  if (key === 'candidates') return readMessages(list.map((item) => memberOf(item, 'content')));
  if (key === 'generations') return readMessages(list.flat().map(generationMessage));
  if (key === 'contents') return readMessages(list.map(withUserRole));
  return readMessages(list);
}

function memberOf(item: JsonValue, key: string): JsonValue {
  return isJsonObject(item) ? (item[key] ?? null) : null;
}

function generationMessage(item: JsonValue): JsonValue {
  const message = memberOf(item, 'message');
  return message === null ? { role: 'assistant', content: memberOf(item, 'text') } : message;
}

/** Gemini takes contents without a role for the user's. */
function withUserRole(item: JsonValue): JsonValue {
  return isJsonObject(item) && 'parts' in item && !('role' in item) ? { role: 'user', ...item } : item;
}

/** A message by itself. One without a role is an answer when it has nothing but what answers are made of. */
function readSingle(value: JsonObject): Conversation | null {
  const opened = openMessage(value);
  if (opened && isMessage(opened.message)) return { messages: readMessage(opened), tools: [], rest: null };
  const keys = Object.keys(value);
  const isAnswer =
    keys.length > 0 &&
    keys.every((key) => ANSWER_KEYS.has(key)) &&
    (typeof value['content'] === 'string' ||
      isCallList(value['tool_calls']) ||
      isCallList(value['toolCalls']));
  if (!isAnswer) return null;
  const message = { ...value, content: value['content'] ?? value['text'] ?? null };
  return { messages: readMessage({ role: 'assistant', message }), tools: [], rest: null };
}

const CONTENT_KEYS = ['content', 'contents', 'parts', 'tool_calls', 'toolCalls', 'function_call', 'audio'];
/** A message of which only the shell was captured has nothing but these. */
const SHELL_KEYS = new Set(['role', 'name', 'id', 'index', 'finish_reason', 'type']);
const SHELL_ROLES = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'model']);
const ANSWER_KEYS = new Set([
  'content',
  'text',
  'tool_calls',
  'toolCalls',
  'refusal',
  'reasoning',
  'reasoning_content',
]);

function isMessage(message: JsonObject): boolean {
  if (CONTENT_KEYS.some((key) => key in message)) return true;
  return (
    SHELL_ROLES.has(textOf(message['role']) ?? '') && Object.keys(message).every((key) => SHELL_KEYS.has(key))
  );
}

function isCallList(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.length > 0;
}

function isEmptyList(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}
