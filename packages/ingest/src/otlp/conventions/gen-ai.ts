import type { JsonObject, ObservationType } from '@oriel/core';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';
import { usageFromTokenCounts } from '../../usage/token-counts.ts';
import { readCount } from '../../usage/usage-map.ts';
import { toolDefinitions } from '../../tools/tool-definitions.ts';
import { membersUnder, number, text } from '../span-source.ts';
import type { SpanSource } from '../span-source.ts';
import {
  contentEvents,
  detailsEvent,
  instructionsOf,
  messageEvents,
  messages,
  promptAndCompletion,
  toolCall,
} from './gen-ai-payload.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const USAGE = 'gen_ai.usage.';
const REQUEST = 'gen_ai.request.';
const REQUEST_MODEL = 'gen_ai.request.model';
const TOOL_DEFINITIONS = 'gen_ai.tool.definitions';

/** OpenTelemetry's semantic conventions for generative AI. */
export const GEN_AI: Vocabulary = {
  name: 'gen-ai',
  prefixes: ['gen_ai.'],
  events: ['gen_ai.'],
  // Counts and parameters; names of models, operations and providers stay among the attributes.
  consumes: (key) =>
    key.startsWith(USAGE) || key === TOOL_DEFINITIONS || (key.startsWith(REQUEST) && key !== REQUEST_MODEL),
};

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

const operation = text('gen_ai.operation.name');
const toolName = text('gen_ai.tool.name');
const toolCallId = text('gen_ai.tool.call.id');

const isAggregate: SpanSource<true> = (span, group) => {
  const name = operation(span, group);
  return name !== undefined && AGGREGATES.has(name) ? true : undefined;
};

const operationType: SpanSource<ObservationType> = (span, group) => {
  const name = operation(span, group);
  return name === undefined || !Object.hasOwn(OPERATION_TYPES, name) ? undefined : OPERATION_TYPES[name];
};

const toolType: SpanSource<ObservationType> = (span, group) =>
  (toolName(span, group) ?? toolCallId(span, group)) === undefined ? undefined : 'TOOL';

const usage: SpanSource<NormalizedUsage> = ({ attributes }) => {
  const counts = membersUnder(attributes, USAGE, (value, name) =>
    name === 'cost' ? undefined : readCount(value),
  );
  return counts && usageFromTokenCounts(new Map(Object.entries(counts) as [string, number][]));
};

const totalCost = number('gen_ai.usage.cost');

const cost: SpanSource<Readonly<Record<string, number>>> = (span, group) => {
  const total = totalCost(span, group);
  return total !== undefined && total >= 0 ? { total } : undefined;
};

const modelParameters: SpanSource<JsonObject> = ({ attributes }) =>
  membersUnder(attributes, REQUEST, (value, name) => (name === 'model' ? undefined : value));

export const genAi = speaking(GEN_AI, {
  operationType,
  toolType,
  toolName,
  isAggregate,
  responseModel: text('gen_ai.response.model'),
  requestModel: text(REQUEST_MODEL),
  modelParameters,
  usage,
  cost,
  conversationId: text('gen_ai.conversation.id'),
  detailsEvent,
  messageEvents,
  contentEvents,
  messages,
  promptAndCompletion,
  toolCall,
  instructions: ({ attributes }) => instructionsOf(attributes),
  tools: ({ attributes }) => toolDefinitions(attributes.get(TOOL_DEFINITIONS)),
});
