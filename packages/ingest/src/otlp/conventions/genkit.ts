import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue, ObservationType } from '@oriel/core';
import { toolDefinitions } from '../../tools/tool-definitions.ts';
import { genkitUsage } from '../../usage/framework-usage.ts';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';
import { opened, text, unquoted } from '../span-source.ts';
import type { SpanPayload, SpanSource } from '../span-source.ts';
import { typeBy } from '../type-table.ts';
import type { Attributes } from '../otlp-export.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const INPUT = 'genkit:input';
const OUTPUT = 'genkit:output';
const NAME = 'genkit:name';
const SUBTYPE = 'genkit:metadata:subtype';

/** Firebase Genkit. What an action was given and what it answered are JSON text. */
export const GENKIT: Vocabulary = {
  name: 'genkit',
  prefixes: ['genkit:'],
  scopes: ['genkit-tracer'],
  consumes: (key) => key === INPUT || key === OUTPUT,
};

const TYPES: Readonly<Record<string, ObservationType>> = {
  model: 'GENERATION',
  'background-model': 'GENERATION',
  embedder: 'EMBEDDING',
  tool: 'TOOL',
  'tool.v2': 'TOOL',
  retriever: 'RETRIEVER',
  evaluator: 'EVALUATOR',
};

const subtype = text(SUBTYPE);
const name = text(NAME);

const MODELS = new Set(['model', 'background-model', 'embedder']);

const model: SpanSource<string> = (span, group) =>
  MODELS.has(subtype(span, group) ?? '') ? name(span, group) : undefined;

/** The helpers around a model answer with its usage, too. */
const isAggregate: SpanSource<true> = (span, group) =>
  MODELS.has(subtype(span, group) ?? '') ? undefined : true;

const usage: SpanSource<NormalizedUsage> = ({ attributes }) => {
  const counts = memberOf(attributes, OUTPUT, 'usage');
  return isJsonObject(counts) ? genkitUsage(counts) : undefined;
};

const modelParameters: SpanSource<JsonObject> = ({ attributes }) => {
  const own = memberOf(attributes, INPUT, 'config');
  if (isJsonObject(own)) return own;
  const request = memberOf(attributes, OUTPUT, 'request');
  const config = isJsonObject(request) ? request['config'] : undefined;
  return isJsonObject(config) ? config : undefined;
};

/** A model's messages and its answer; of other actions, all there is. */
const payload: SpanSource<SpanPayload> = ({ attributes }) => {
  const input = memberOf(attributes, INPUT, 'messages') ?? unquoted(attributes.get(INPUT));
  const output = memberOf(attributes, OUTPUT, 'message') ?? unquoted(attributes.get(OUTPUT));
  if (input === undefined && output === undefined) return undefined;
  return { input, output, uses: () => false };
};

function memberOf(attributes: Attributes, key: string, member: string): JsonValue | undefined {
  const value = opened(attributes.get(key));
  return isJsonObject(value) ? (value[member] ?? undefined) : undefined;
}

export const genkit = speaking(GENKIT, {
  type: typeBy(subtype, TYPES),
  name,
  model,
  isAggregate,
  usage,
  modelParameters,
  payload,
  tools: ({ attributes }) => toolDefinitions(memberOf(attributes, INPUT, 'tools')),
  sessionId: text('genkit:sessionId'),
});
