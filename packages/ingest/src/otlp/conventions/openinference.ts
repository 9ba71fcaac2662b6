import type { Cost, JsonObject, JsonValue, ObservationType } from '@oriel/core';
import { graphTaskOf } from '../../langgraph/graph-task.ts';
import { toolDefinitions, toolsOfInput } from '../../tools/tool-definitions.ts';
import { normalizeCost } from '../../usage/normalize-cost.ts';
import { usageFromTokenCounts } from '../../usage/token-counts.ts';
import { readCount } from '../../usage/usage-map.ts';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';
import { firstOf, object, text } from '../span-source.ts';
import type { SpanSource } from '../span-source.ts';
import { tagList } from '../tag-list.ts';
import { hasCopiedError } from './openinference-copied-error.ts';
import { callerMetadata, isCallerMetadata, runMetadata, traceMetadata } from './openinference-metadata.ts';
import {
  documents,
  embeddedTexts,
  inputValue,
  messages,
  outputValue,
  toolSchemas,
} from './openinference-payload.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const KIND = 'openinference.span.kind';
const COUNT = 'llm.token_count.';
const INVOCATION = 'llm.invocation_parameters';
const TAGS = 'tag.tags';

/** Costs in US dollars, by the key they are kept under. */
const COSTS = new Map([
  ['llm.cost.prompt', 'input'],
  ['llm.cost.completion', 'output'],
  ['llm.cost.total', 'total'],
]);

/** OpenInference, the vocabulary of Arize's instrumentations and of Phoenix. */
export const OPENINFERENCE: Vocabulary = {
  name: 'openinference',
  prefixes: [
    'openinference.',
    'llm.input_messages.',
    'llm.output_messages.',
    'llm.tools.',
    COUNT,
    INVOCATION,
    'llm.cost.',
    'input.',
    'output.',
    'embedding.',
    'retrieval.',
    'metadata.',
  ],
  keys: ['llm.model_name', 'metadata', TAGS],
  consumes: (key) =>
    isCallerMetadata(key) ||
    key === TAGS ||
    key.startsWith(COUNT) ||
    key.startsWith(INVOCATION) ||
    key.startsWith('llm.tools.') ||
    COSTS.has(key),
};

/** Kinds without a type of their own, such as RERANKER and PROMPT, are left to the other vocabularies. */
const KINDS: Readonly<Record<string, ObservationType>> = {
  LLM: 'GENERATION',
  CHAIN: 'CHAIN',
  RETRIEVER: 'RETRIEVER',
  EMBEDDING: 'EMBEDDING',
  AGENT: 'AGENT',
  TOOL: 'TOOL',
  GUARDRAIL: 'GUARDRAIL',
  EVALUATOR: 'EVALUATOR',
};

/** Kinds that hold the calls of others. Where they have counts, these are sums. */
const CONTAINERS = new Set(['AGENT', 'CHAIN']);

const kind = text(KIND);

const type: SpanSource<ObservationType> = (span, group) => {
  const name = kind(span, group)?.toUpperCase();
  return name === undefined || !Object.hasOwn(KINDS, name) ? undefined : KINDS[name];
};

const isAggregate: SpanSource<true> = (span, group) =>
  CONTAINERS.has(kind(span, group)?.toUpperCase() ?? '') ? true : undefined;

const usage: SpanSource<NormalizedUsage> = ({ attributes }) => {
  let counts: Map<string, number> | undefined;
  for (const [key, value] of attributes) {
    const count = key.startsWith(COUNT) ? readCount(value) : undefined;
    if (count !== undefined) (counts ??= new Map()).set(key.slice(COUNT.length), count);
  }
  return counts === undefined ? undefined : usageFromTokenCounts(counts);
};

const cost: SpanSource<Cost> = ({ attributes }) => {
  const details = [...COSTS].flatMap(([attribute, key]): [string, JsonValue][] => {
    const value = attributes.get(attribute);
    return value === undefined ? [] : [[key, value]];
  });
  return details.length === 0 ? undefined : normalizeCost({ costDetails: Object.fromEntries(details) });
};

/** Of what the model was called with, these have fields of their own. */
const FIELDS = new Set(['model', 'tools', 'functions']);

const invocation = object(INVOCATION);

const modelParameters: SpanSource<JsonObject> = (span, group) => {
  const given = span.attributes.get(INVOCATION);
  const whole: [string, JsonValue][] = Object.entries(
    invocation(span, group) ?? (given === undefined ? {} : { invocation_parameters: given }),
  );
  const single = [...span.attributes]
    .filter(([key]) => key.startsWith(`${INVOCATION}.`))
    .map(([key, value]): [string, JsonValue] => [key.slice(INVOCATION.length + 1), value]);
  const parameters = [...whole, ...single].filter(([name]) => !FIELDS.has(name));
  return parameters.length > 0 ? Object.fromEntries(parameters) : undefined;
};

export const openInference = speaking(OPENINFERENCE, {
  type,
  isAggregate,
  level: (span, group) => (hasCopiedError(span, group) ? 'DEFAULT' : undefined),
  statusMessage: (span, group) => (hasCopiedError(span, group) ? '' : undefined),
  model: firstOf(text('llm.response.model'), text('llm.model_name'), text('embedding.model_name')),
  modelParameters,
  usage,
  cost,
  tools: (span) => toolDefinitions(toolSchemas(span.attributes)),
  toolsOfInvocation: (span, group) => toolsOfInput(invocation(span, group)),
  messages,
  inputValue,
  outputValue,
  embeddedTexts,
  documents,
  graph: (span) => graphTaskOf(runMetadata(span.attributes)),
  metadata: callerMetadata,
  traceMetadata,
  userId: text('metadata.userId'),
  sessionId: text('metadata.sessionId'),
  threadId: ({ attributes }) => textOf(runMetadata(attributes)?.['thread_id']),
  tags: tagList(TAGS),
  tagsInMetadata: tagList('metadata.tags'),
});

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
