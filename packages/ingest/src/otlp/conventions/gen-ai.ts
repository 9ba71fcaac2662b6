import type { JsonObject, ObservationType } from '@oriel/core';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';
import { usageFromTokenCounts } from '../../usage/token-counts.ts';
import { readCount } from '../../usage/usage-map.ts';
import { toolDefinitions } from '../../tools/tool-definitions.ts';
import { firstOf, lookingAt, membersUnder, nameUnder, number, text } from '../span-source.ts';
import {
  contentEvents,
  detailsEvent,
  instructions,
  messageEvents,
  messages,
  promptAndCompletion,
  toolCall,
} from './gen-ai-payload.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const OPERATION = 'gen_ai.operation.name';
const USAGE = 'gen_ai.usage.';
const COST = 'gen_ai.usage.cost';
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

const operation = text(OPERATION);
const toolName = text('gen_ai.tool.name');
const toolCallId = text('gen_ai.tool.call.id');

const isAggregate = lookingAt<true>(OPERATION, (span, group) => {
  const name = operation(span, group);
  return name !== undefined && AGGREGATES.has(name) ? true : undefined;
});

const operationType = lookingAt<ObservationType>(OPERATION, (span, group) => {
  const name = operation(span, group);
  return name === undefined || !Object.hasOwn(OPERATION_TYPES, name) ? undefined : OPERATION_TYPES[name];
});

const toolMark = firstOf(toolName, toolCallId);
const toolType = lookingAt<ObservationType>(
  (key) => key.startsWith('gen_ai.tool.'),
  (span, group) => (toolMark(span, group) === undefined ? undefined : 'TOOL'),
);

const usage = lookingAt<NormalizedUsage>(
  (key) => key.startsWith(USAGE),
  ({ attributes }) => {
    let counts: Map<string, number> | undefined;
    for (const [key, value] of attributes) {
      if (!key.startsWith(USAGE) || key === COST || key.length === USAGE.length) continue;
      const count = readCount(value);
      if (count !== undefined) (counts ??= new Map()).set(nameUnder(key, USAGE.length), count);
    }
    return counts && usageFromTokenCounts(counts);
  },
);

const totalCost = number(COST);

const cost = lookingAt<Readonly<Record<string, number>>>(COST, (span, group) => {
  const total = totalCost(span, group);
  return total !== undefined && total >= 0 ? { total } : undefined;
});

const modelParameters = lookingAt<JsonObject>(
  (key) => key.startsWith(REQUEST) && key !== REQUEST_MODEL,
  ({ attributes }) =>
    membersUnder(attributes, REQUEST, (value, name) => (name === 'model' ? undefined : value)),
);

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
  instructions,
  tools: lookingAt(TOOL_DEFINITIONS, ({ attributes }) => toolDefinitions(attributes.get(TOOL_DEFINITIONS))),
});
