import type { EpochMs, ObservationType } from '@oriel/core';
import { toolDefinitions } from '../../tools/tool-definitions.ts';
import { aiSdkUsage } from '../../usage/ai-sdk-usage.ts';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';
import type { Attributes } from '../otlp-export.ts';
import { text } from '../span-source.ts';
import type { SpanSource } from '../span-source.ts';
import { tagList } from '../tag-list.ts';
import { callerMetadata, callerPrompt, isCallerMetadata, saidByCaller } from './ai-sdk-caller.ts';
import { aiSdkParameters } from './ai-sdk-parameters.ts';
import { aiSdkPayload } from './ai-sdk-payload.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const TOOLS = 'ai.prompt.tools';
const USAGE = 'ai.usage.';

/** The Vercel AI SDK, majors 3 to 7, also where OpenInference's processor added its own words. */
export const AI_SDK: Vocabulary = {
  name: 'ai-sdk',
  prefixes: ['ai.'],
  keys: ['operation.name'],
  // The seventh major speaks OpenTelemetry's vocabulary and says little of its own.
  scopes: ['ai', 'gen_ai'],
  consumes: (key) => key.startsWith(USAGE) || key === TOOLS || isCallerMetadata(key),
};

/** Calls of a model. Counted as such only with a model beside them. */
const MODEL_CALLS: Readonly<Record<string, ObservationType>> = {
  'ai.generateText.doGenerate': 'GENERATION',
  'ai.streamText.doStream': 'GENERATION',
  'ai.generateObject.doGenerate': 'GENERATION',
  'ai.streamObject.doStream': 'GENERATION',
  'ai.embed.doEmbed': 'EMBEDDING',
  'ai.embedMany.doEmbed': 'EMBEDDING',
};

/** What an application calls. Each is a span around the calls of the model, and says again what these took. */
const OUTER_CALLS = new Set([
  'ai.generateText',
  'ai.streamText',
  'ai.generateObject',
  'ai.streamObject',
  'ai.embed',
  'ai.embedMany',
]);

const operationId = text('ai.operationId');
const operationName = text('operation.name');
const functionId = text('ai.telemetry.functionId');
const modelId = text('ai.model.id');
const requestModel = text('gen_ai.request.model');

/** `operation.name` is the operation and the caller's name for it. */
const operation: SpanSource<string> = (span, group) =>
  operationId(span, group) ?? operationName(span, group)?.split(' ')[0];

const callType: SpanSource<ObservationType> = (span, group) => {
  const name = operation(span, group);
  if (name === undefined) return undefined;
  if (OUTER_CALLS.has(name)) return 'SPAN';
  if (!Object.hasOwn(MODEL_CALLS, name)) return undefined;
  return (modelId(span, group) ?? requestModel(span, group)) === undefined ? undefined : MODEL_CALLS[name];
};

const toolType: SpanSource<ObservationType> = (span, group) =>
  operation(span, group) === 'ai.toolCall' ? 'TOOL' : undefined;

const isAggregate: SpanSource<true> = (span, group) =>
  OUTER_CALLS.has(operation(span, group) ?? '') ? true : undefined;

/** Where the seventh major adds nothing to the counts of OpenTelemetry, they are read as such. */
const usage: SpanSource<NormalizedUsage> = ({ attributes }) =>
  attributes.has('ai.operationId') || hasOwnCounts(attributes) ? aiSdkUsage(attributes) : undefined;

function hasOwnCounts(attributes: Attributes): boolean {
  for (const key of attributes.keys()) if (key.startsWith(USAGE)) return true;
  return false;
}

const operationLabel: SpanSource<string> = (span, group) => {
  const id = operationId(span, group);
  const caller = functionId(span, group);
  return id === undefined || caller === undefined ? id : `${caller}:${id}`;
};

/** Attributes that tell how long the first chunk took, and how many milliseconds their unit has. */
const FIRST_CHUNK: readonly (readonly [key: string, milliseconds: number])[] = [
  ['ai.response.msToFirstChunk', 1],
  ['ai.stream.msToFirstChunk', 1],
  ['gen_ai.client.operation.time_to_first_chunk', 1000],
];

const completionStartTime: SpanSource<EpochMs> = ({ attributes, startTime }) => {
  if (startTime === null) return undefined;
  for (const [key, milliseconds] of FIRST_CHUNK) {
    const value = attributes.get(key);
    if (typeof value === 'number' && value >= 0) return startTime + Math.ceil(value * milliseconds);
  }
  return undefined;
};

export const aiSdk = speaking(AI_SDK, {
  callType,
  toolType,
  isAggregate,
  toolName: text('ai.toolCall.name'),
  operationLabel,
  model: modelId,
  modelParameters: aiSdkParameters,
  usage,
  tools: ({ attributes }) => toolDefinitions(attributes.get(TOOLS)),
  prompt: callerPrompt,
  completionStartTime,
  payload: aiSdkPayload,
  metadata: callerMetadata,
  userId: saidByCaller('userId', text),
  sessionId: saidByCaller('sessionId', text),
  tags: saidByCaller('tags', tagList),
});
