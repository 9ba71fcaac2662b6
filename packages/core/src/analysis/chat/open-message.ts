import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { textOf } from './json-text.ts';

/** Roles that LangChain says with the class of a message. */
const LANGCHAIN_ROLES: Readonly<Record<string, string>> = {
  SystemMessage: 'system',
  HumanMessage: 'user',
  AIMessage: 'assistant',
  AIMessageChunk: 'assistant',
  ToolMessage: 'tool',
  FunctionMessage: 'tool',
  DeveloperMessage: 'developer',
};

/** Roles that items of OpenAI's Responses API have by their type. */
const ITEM_ROLES: Readonly<Record<string, string>> = {
  function_call: 'assistant',
  function_call_output: 'tool',
  reasoning: 'assistant',
};

/**
 * The message inside what frameworks wrap around it, with its role: OpenInference's `{ message }`, LangChain's
 * serialised constructors, and the items of the Responses API. `null` when there is no role.
 */
export function openMessage(value: JsonValue): { role: string; message: JsonObject } | null {
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

function openLangChainMessage(value: JsonObject): { role: string; message: JsonObject } | null {
  const kwargs = value['kwargs'] ?? value['lc_kwargs'];
  const path = value['id'];
  const name = Array.isArray(path) ? textOf((path as readonly JsonValue[]).at(-1)) : null;
  if (name === null || kwargs === undefined || !isJsonObject(kwargs)) return null;
  if (!Object.hasOwn(LANGCHAIN_ROLES, name)) return null;
  return { role: LANGCHAIN_ROLES[name] ?? '', message: kwargs };
}
