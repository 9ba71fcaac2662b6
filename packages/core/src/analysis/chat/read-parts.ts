import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { textOf } from './json-text.ts';
import { readText } from './media-source.ts';
import type { MessagePart, ToolResultPart } from './message-part.ts';
import { readMediaPart } from './read-media-part.ts';
import { readToolCall } from './read-tool-call.ts';

const TEXT_TYPES = new Set(['text', 'input_text', 'output_text', 'summary_text', 'reasoning_text']);
const CALL_TYPES = new Set([
  'tool_call',
  'tool_use',
  'tool-call',
  'function_call',
  'server_tool_use',
  'custom_tool_call',
]);
const RESULT_TYPES = new Set([
  'tool_call_response',
  'tool_result',
  'tool-result',
  'function_call_output',
  'custom_tool_call_output',
  'web_search_tool_result',
]);
const REASONING_TYPES = new Set(['thinking', 'redacted_thinking', 'reasoning', 'redacted-reasoning']);

/** What a message is made of, whichever vendor split it; content that is text is one part. */
export function readParts(content: JsonValue): MessagePart[] {
  if (content === null) return [];
  if (typeof content === 'string') return readText(content);
  if (Array.isArray(content)) return joined((content as readonly JsonValue[]).flatMap(readPart));
  return joined(readPart(content));
}

function readPart(value: JsonValue): MessagePart[] {
  if (typeof value === 'string') return readText(value);
  if (!isJsonObject(value)) return value === null ? [] : [{ kind: 'other', value }];
  const part = isJsonObject(value['message_content']) ? value['message_content'] : value;
  const type = textOf(part['type']) ?? '';
  if (CALL_TYPES.has(type) || 'functionCall' in part || 'function_call' in part || 'tool_call' in part) {
    return [{ kind: 'tool-call', call: readToolCall(part) }];
  }
  if (RESULT_TYPES.has(type) || 'functionResponse' in part || 'function_response' in part) {
    return [readToolResult(part)];
  }
  if (REASONING_TYPES.has(type) || part['thought'] === true) return [readReasoning(part)];
  const refusal = type === 'refusal' ? textOf(part['refusal']) : null;
  if (refusal !== null) return [{ kind: 'refusal', text: refusal }];
  const text = partText(part, type);
  if (text !== null) return readText(text);
  const media = readMediaPart(part);
  return [media ?? documentText(part) ?? { kind: 'other', value }];
}

/** Text with nothing beside it that would be lost from sight. */
function partText(part: JsonObject, type: string): string | null {
  if (type !== '' && !TEXT_TYPES.has(type)) return null;
  const rest = Object.keys(part).filter((key) => !QUIET_KEYS.has(key) && !isEmpty(part[key]));
  return rest.length <= 1 ? (textOf(part['text']) ?? textOf(part['content'])) : null;
}

/** Beside text these say how it was sent, not what: caching hints, signatures, places. */
const QUIET_KEYS = new Set([
  'type',
  'cache_control',
  'logprobs',
  'index',
  'id',
  'thoughtSignature',
  'providerOptions',
  'providerMetadata',
]);

function isEmpty(value: JsonValue | undefined): boolean {
  return (
    value === null ||
    value === undefined ||
    (Array.isArray(value) && value.length === 0) ||
    (isJsonObject(value) && Object.keys(value).length === 0)
  );
}

/** Anthropic's documents may be plain text. */
function documentText(part: JsonObject): MessagePart | null {
  const source = part['source'];
  if (part['type'] !== 'document' || !isJsonObject(source) || source['type'] !== 'text') return null;
  const text = textOf(source['data']);
  return text === null ? null : { kind: 'text', text };
}

function readReasoning(part: JsonObject): MessagePart {
  const given =
    textOf(part['thinking']) ?? textOf(part['text']) ?? textOf(part['reasoning']) ?? textOf(part['content']);
  if (given) return { kind: 'reasoning', text: given };
  const texts = [part['summary'], part['content']].flatMap((list) =>
    Array.isArray(list) ? readParts(list as readonly JsonValue[]) : [],
  );
  const text = texts.flatMap((inner) => (inner.kind === 'text' ? [inner.text] : [])).join('\n\n');
  return { kind: 'reasoning', text: text === '' ? null : text };
}

function readToolResult(part: JsonObject): ToolResultPart {
  const given = part['functionResponse'] ?? part['function_response'];
  const result = given !== undefined && isJsonObject(given) ? given : part;
  const content = result['response'] ?? result['result'] ?? result['output'] ?? result['content'] ?? null;
  const { value, isError } = unwrapped(content);
  return {
    kind: 'tool-result',
    toolCallId:
      textOf(result['id']) ??
      textOf(result['tool_use_id']) ??
      textOf(result['toolCallId']) ??
      textOf(result['call_id']),
    name: textOf(result['name']) ?? textOf(result['toolName']),
    // A result without a type is data, even where it has a member that parts have too.
    parts:
      isJsonObject(value) && typeof value['type'] !== 'string'
        ? [{ kind: 'other', value }]
        : readParts(value),
    isError: isError || result['is_error'] === true || result['isError'] === true,
  };
}

/** The AI SDK wraps results in `{ type, value }` and says with the type whether it is an error. */
function unwrapped(content: JsonValue): { value: JsonValue; isError: boolean } {
  return isJsonObject(content) && 'value' in content && typeof content['type'] === 'string'
    ? { value: content['value'] ?? null, isError: content['type'].startsWith('error') }
    : { value: content, isError: false };
}

/** Neighbouring texts are one: vendors split where they like. */
function joined(parts: readonly MessagePart[]): MessagePart[] {
  const result: MessagePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') {
      result[result.length - 1] = { kind: 'text', text: `${last.text}\n${part.text}` };
    } else {
      result.push(part);
    }
  }
  return result;
}
