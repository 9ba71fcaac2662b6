import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { textOf } from './json-text.ts';

/** Roles that LangChain says with the class of a message, or with its type. */
const LANGCHAIN_ROLES: Readonly<Record<string, string>> = {
  SystemMessage: 'system',
  SystemMessageChunk: 'system',
  HumanMessage: 'user',
  HumanMessageChunk: 'user',
  AIMessage: 'assistant',
  AIMessageChunk: 'assistant',
  ToolMessage: 'tool',
  ToolMessageChunk: 'tool',
  FunctionMessage: 'tool',
  DeveloperMessage: 'developer',
  system: 'system',
  human: 'user',
  ai: 'assistant',
  tool: 'tool',
};

/** Roles that items of OpenAI's Responses API have by their type. */
const ITEM_ROLES: Readonly<Record<string, string>> = {
  function_call: 'assistant',
  function_call_output: 'tool',
  custom_tool_call: 'assistant',
  custom_tool_call_output: 'tool',
  reasoning: 'assistant',
};

/** A message as its vendor wrote it, and who speaks. */
export interface OpenedMessage {
  readonly role: string;
  readonly message: JsonObject;
}

/**
 * The message inside what frameworks wrap around it, with its role: OpenInference's `{ message }`, LangChain's
 * serialised constructors and dictionaries, and the items of the Responses API. `null` when there is no role.
 */
export function openMessage(value: JsonValue): OpenedMessage | null {
  if (!isJsonObject(value)) return null;
  const inner = value['message'];
  const message = inner !== undefined && isJsonObject(inner) ? inner : value;
  const role = textOf(message['role']);
  if (role !== null) return { role, message };
  const item = textOf(message['type']);
  if (item !== null && Object.hasOwn(ITEM_ROLES, item)) {
    return { role: ITEM_ROLES[item] ?? '', message: { content: [message] } };
  }
  return openLangChainMessage(message);
}

function openLangChainMessage(value: JsonObject): OpenedMessage | null {
  const kwargs = value['kwargs'] ?? value['lc_kwargs'];
  const path = value['id'];
  const name = Array.isArray(path) ? textOf((path as readonly JsonValue[]).at(-1)) : null;
  if (name !== null && isJsonObject(kwargs) && Object.hasOwn(LANGCHAIN_ROLES, name)) {
    return { role: LANGCHAIN_ROLES[name] ?? '', message: kwargs };
  }
  if ('lc_namespace' in value && 'content' in value && isJsonObject(kwargs)) {
    return { role: spreadRole(value), message: { ...kwargs, ...withoutWrapping(value) } };
  }
  const type = textOf(value['type']);
  if (type === null || !Object.hasOwn(LANGCHAIN_ROLES, type)) return null;
  const data = isJsonObject(value['data']) ? value['data'] : value;
  return 'content' in data ? { role: LANGCHAIN_ROLES[type] ?? '', message: data } : null;
}

/** A message spread out by an older handler has lost its class: only some members still tell who speaks. */
function spreadRole(value: JsonObject): string {
  if ('tool_call_id' in value) return 'tool';
  return 'tool_calls' in value ? 'assistant' : 'message';
}

function withoutWrapping(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('lc_')));
}
