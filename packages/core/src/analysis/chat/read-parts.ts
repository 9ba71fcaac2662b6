import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ToolCall } from './chat-message.ts';
import { textOf } from './json-text.ts';
import { readToolCall } from './read-tool-call.ts';

/** What the parts of a message come to. */
export interface ReadParts {
  /** The text where all other parts are text; else the parts that are left, as they are; `null` when none are. */
  readonly content: JsonValue;
  readonly toolCalls: readonly ToolCall[];
  readonly toolResults: readonly ToolResult[];
}

/** What a tool answered. */
export interface ToolResult {
  readonly toolCallId: string | null;
  readonly name: string | null;
  readonly content: JsonValue;
}

const TEXT_TYPES = new Set(['text', 'input_text', 'output_text']);
const CALL_TYPES = new Set(['tool_call', 'tool_use', 'tool-call', 'function_call']);
const RESULT_TYPES = new Set(['tool_call_response', 'tool_result', 'tool-result', 'function_call_output']);

/** Sorts the parts that vendors split messages into: text, tool calls, tool results, and everything else. */
export function readParts(parts: readonly JsonValue[]): ReadParts {
  const texts: string[] = [];
  const others: JsonValue[] = [];
  const toolCalls: ToolCall[] = [];
  const toolResults: ToolResult[] = [];
  for (const part of parts) {
    const text = partText(part);
    if (text !== null) texts.push(text);
    if (text !== null || !isJsonObject(part)) {
      others.push(part);
    } else if (isToolCall(part)) {
      toolCalls.push(readToolCall(part));
    } else if (isToolResult(part)) {
      toolResults.push(readToolResult(part));
    } else {
      others.push(part);
    }
  }
  const isText = texts.length === others.length;
  return { content: others.length === 0 ? null : isText ? texts.join('\n') : others, toolCalls, toolResults };
}

/** Text with nothing beside it that would be lost from sight. */
function partText(part: JsonValue): string | null {
  if (!isJsonObject(part)) return null;
  const inner = isJsonObject(part['message_content']) ? part['message_content'] : part;
  const { type } = inner;
  if (type !== undefined && (typeof type !== 'string' || !TEXT_TYPES.has(type))) return null;
  const rest = Object.keys(inner).filter((key) => key !== 'type' && !isEmpty(inner[key]));
  return rest.length === 1 ? (textOf(inner['text']) ?? textOf(inner['content'])) : null;
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function isToolCall(part: JsonObject): boolean {
  return CALL_TYPES.has(textOf(part['type']) ?? '') || 'functionCall' in part || 'function_call' in part;
}

function isToolResult(part: JsonObject): boolean {
  return (
    RESULT_TYPES.has(textOf(part['type']) ?? '') || 'functionResponse' in part || 'function_response' in part
  );
}

function readToolResult(part: JsonObject): ToolResult {
  const given = part['functionResponse'] ?? part['function_response'];
  const result = given !== undefined && isJsonObject(given) ? given : part;
  const content = result['response'] ?? result['result'] ?? result['output'] ?? result['content'] ?? null;
  return {
    toolCallId:
      textOf(result['id']) ??
      textOf(result['tool_use_id']) ??
      textOf(result['toolCallId']) ??
      textOf(result['call_id']),
    name: textOf(result['name']) ?? textOf(result['toolName']),
    content: Array.isArray(content) ? readParts(content as readonly JsonValue[]).content : unwrapped(content),
  };
}

/** The AI SDK wraps results in `{ type, value }`. */
function unwrapped(content: JsonValue): JsonValue {
  return isJsonObject(content) && 'value' in content && typeof content['type'] === 'string'
    ? (content['value'] ?? null)
    : content;
}
