import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue, ToolDefinition } from '@oriel/core';
import { parseEmbeddedJson } from '../json/parse-embedded-json.ts';

/** Where the providers' APIs put the schema of a tool's arguments. */
const SCHEMAS = [
  'parameters',
  'inputSchema',
  'input_schema',
  'parameters_json_schema',
  'jsonSchema',
  'json_schema',
  'schema',
] as const;

/**
 * The tools in a list of them, in any of the shapes that providers and SDKs use: OpenAI's with the `function` inside,
 * flat ones, JSON text of either, or just names. `undefined` when there are none.
 */
export function toolDefinitions(value: JsonValue | undefined): readonly ToolDefinition[] | undefined {
  const list = opened(value);
  const items = Array.isArray(list) ? (list as readonly JsonValue[]) : isJsonObject(list) ? [list] : [];
  const tools = items.flatMap((item) => toolDefinition(opened(item)) ?? []);
  return tools.length > 0 ? tools : undefined;
}

/** The tools in what a model was called with: beside the messages, as the providers' APIs take them. */
export function toolsOfInput(input: JsonValue | undefined): readonly ToolDefinition[] | undefined {
  return isJsonObject(input) ? toolDefinitions(input['tools'] ?? input['functions']) : undefined;
}

function toolDefinition(tool: JsonValue | undefined): ToolDefinition | null {
  if (typeof tool === 'string')
    return tool === '' ? null : { name: tool, description: null, parameters: null };
  if (!isJsonObject(tool)) return null;
  const body = isJsonObject(tool['function']) ? tool['function'] : tool;
  const name = body['name'];
  if (typeof name !== 'string' || name === '') return null;
  const description = body['description'];
  return {
    name,
    description: typeof description === 'string' ? description : null,
    parameters: parametersOf(body),
  };
}

function parametersOf(body: JsonObject): JsonValue {
  for (const name of SCHEMAS) {
    const schema = opened(body[name]);
    if (schema !== undefined && schema !== null) return schema;
  }
  return null;
}

function opened(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'string' ? parseEmbeddedJson(value) : value;
}
