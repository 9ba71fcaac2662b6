import type { JsonObject, JsonValue, ObservationType } from '@oriel/core';
import { usageFromTokenCounts } from '../../usage/token-counts.ts';
import { readCount } from '../../usage/usage-map.ts';
import { payload, text } from '../span-source.ts';
import type { SpanSource } from '../span-source.ts';
import type { OtlpSpan } from '../otlp-export.ts';

/** OpenTelemetry's semantic conventions for generative AI. */

const OPERATION_TYPES: Readonly<Record<string, ObservationType>> = {
  chat: 'GENERATION',
  completion: 'GENERATION',
  text_completion: 'GENERATION',
  generate_content: 'GENERATION',
  generate: 'GENERATION',
  embeddings: 'EMBEDDING',
  invoke_agent: 'AGENT',
  create_agent: 'AGENT',
  execute_tool: 'TOOL',
};

/** Operations that repeat the model and the usage of the calls below them. */
const AGGREGATES = new Set(['invoke_agent', 'agent_step']);

const USAGE = 'gen_ai.usage.';
const REQUEST = 'gen_ai.request.';
const REQUEST_MODEL = 'gen_ai.request.model';

const operation = text('gen_ai.operation.name');
const toolName = text('gen_ai.tool.name');
const toolCallId = text('gen_ai.tool.call.id');

function isAggregate(span: OtlpSpan): boolean {
  const name = span.attributes.get('gen_ai.operation.name');
  return typeof name === 'string' && AGGREGATES.has(name);
}

/** Says nothing on spans that only repeat what others say. */
function unlessAggregate<Value>(source: SpanSource<Value>): SpanSource<Value> {
  return (span, group) => (isAggregate(span) ? undefined : source(span, group));
}

const operationType: SpanSource<ObservationType> = (span, group) => {
  const name = operation(span, group);
  return name === undefined || !Object.hasOwn(OPERATION_TYPES, name) ? undefined : OPERATION_TYPES[name];
};

const toolType: SpanSource<ObservationType> = (span, group) =>
  (toolName(span, group) ?? toolCallId(span, group)) === undefined ? undefined : 'TOOL';

const usage: SpanSource<Readonly<Record<string, number>>> = ({ attributes }) => {
  let counts: Map<string, number> | undefined;
  for (const [key, value] of attributes) {
    if (!key.startsWith(USAGE)) continue;
    const count = readCount(value);
    if (count !== undefined && key !== 'gen_ai.usage.cost')
      (counts ??= new Map()).set(key.slice(USAGE.length), count);
  }
  return counts === undefined ? undefined : usageFromTokenCounts(counts);
};

const cost: SpanSource<Readonly<Record<string, number>>> = ({ attributes }) => {
  const total = Number(attributes.get('gen_ai.usage.cost') ?? Number.NaN);
  return total >= 0 ? { total } : undefined;
};

const modelParameters: SpanSource<JsonObject> = ({ attributes }) => {
  let parameters: Map<string, JsonValue> | undefined;
  for (const [key, value] of attributes) {
    if (!key.startsWith(REQUEST) || key === REQUEST_MODEL) continue;
    (parameters ??= new Map()).set(key.slice(REQUEST.length), value);
  }
  return parameters === undefined ? undefined : Object.fromEntries(parameters);
};

const PAYLOADS = new Set([
  'gen_ai.input.messages',
  'gen_ai.output.messages',
  'gen_ai.tool.call.arguments',
  'gen_ai.tool.call.result',
]);

export const genAi = {
  operationType,
  toolType,
  toolName,
  responseModel: unlessAggregate(text('gen_ai.response.model')),
  requestModel: unlessAggregate(text(REQUEST_MODEL)),
  modelParameters,
  usage: unlessAggregate(usage),
  cost: unlessAggregate(cost),
  conversationId: text('gen_ai.conversation.id'),
  inputMessages: payload('gen_ai.input.messages'),
  outputMessages: payload('gen_ai.output.messages'),
  toolArguments: payload('gen_ai.tool.call.arguments'),
  toolResult: payload('gen_ai.tool.call.result'),

  /** Payloads and counts; names of models, operations and providers stay among the attributes. */
  consumes: (key: string): boolean =>
    PAYLOADS.has(key) || key.startsWith(USAGE) || (key.startsWith(REQUEST) && key !== REQUEST_MODEL),
};
