import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ToolCall } from './chat-message.ts';
import { parseIfJson, textOf } from './json-text.ts';

/**
 * A tool call as any vendor writes it: OpenAI (`function: { name, arguments }`), Anthropic (`name`, `input`), the AI
 * SDK (`toolName`, `args` or `input`), Gemini (`functionCall: { name, args }`), OpenInference (wrapped in `tool_call`)
 * and OpenTelemetry (`name`, `arguments`).
 */
export function readToolCall(value: JsonObject): ToolCall {
  const call = isJsonObject(value['tool_call']) ? value['tool_call'] : value;
  const target = firstObject(call['function'], call['functionCall'], call['function_call']) ?? call;
  return {
    id: textOf(call['id']) ?? textOf(call['toolCallId']) ?? textOf(call['call_id']) ?? textOf(target['id']),
    name: textOf(target['name']) ?? textOf(target['toolName']) ?? '',
    arguments: parseIfJson(target['arguments'] ?? target['args'] ?? target['input'] ?? null),
  };
}

function firstObject(...values: readonly (JsonValue | undefined)[]): JsonObject | undefined {
  return values.filter((value) => value !== undefined).find(isJsonObject);
}
