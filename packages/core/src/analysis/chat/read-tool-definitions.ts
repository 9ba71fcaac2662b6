import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ToolDefinition } from '../../model/tool-definition.ts';
import { parseIfJson, textOf } from './json-text.ts';

/** Tools offered in a request, as OpenAI (chat and Responses), Anthropic, Gemini and the AI SDK list them. */
export function readToolDefinitions(value: JsonValue): ToolDefinition[] {
  if (!Array.isArray(value)) return [];
  const tools: ToolDefinition[] = [];
  for (const item of (value as readonly JsonValue[]).map(parseIfJson)) {
    if (!isJsonObject(item)) return [];
    const declared = item['functionDeclarations'] ?? item['function_declarations'];
    const many = Array.isArray(declared) ? (declared as readonly JsonValue[]) : [item['function'] ?? item];
    for (const tool of many) {
      if (!isJsonObject(tool)) return [];
      const definition = readTool(tool);
      if (!definition) return [];
      tools.push(definition);
    }
  }
  return tools;
}

function readTool(tool: JsonObject): ToolDefinition | null {
  const name = textOf(tool['name']) ?? textOf(tool['type']);
  if (name === null) return null;
  return {
    name,
    description: textOf(tool['description']),
    parameters: tool['parameters'] ?? tool['input_schema'] ?? tool['inputSchema'] ?? null,
  };
}
