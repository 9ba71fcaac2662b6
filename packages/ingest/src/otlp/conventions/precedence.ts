import type { EpochMs, JsonObject, JsonValue, ObservationType, PromptLink } from '@oriel/core';
import type { SpanSource } from '../span-source.ts';
import { genAi } from './gen-ai.ts';
import { langfuse } from './langfuse.ts';
import { openTelemetry } from './opentelemetry.ts';

type Amounts = Readonly<Record<string, number>>;

/** Spans often speak several vocabularies at once. For each target, who is believed first. */
interface Precedence {
  readonly type: readonly SpanSource<ObservationType>[];
  /** Used where the span itself has no name. */
  readonly name: readonly SpanSource<string>[];
  readonly level: readonly SpanSource<string>[];
  readonly statusMessage: readonly SpanSource<string>[];
  readonly model: readonly SpanSource<string>[];
  readonly modelParameters: readonly SpanSource<JsonObject>[];
  readonly usage: readonly SpanSource<Amounts>[];
  readonly cost: readonly SpanSource<Amounts>[];
  readonly prompt: readonly SpanSource<PromptLink>[];
  readonly completionStartTime: readonly SpanSource<EpochMs>[];
  readonly version: readonly SpanSource<string>[];
  readonly environment: readonly SpanSource<string>[];
  readonly isAppRoot: readonly SpanSource<true>[];
  /** Input and output come from one vocabulary: the first that has either. */
  readonly payload: readonly { input: SpanSource<JsonValue>; output: SpanSource<JsonValue> }[];
  readonly metadata: readonly SpanSource<JsonObject>[];

  readonly traceName: readonly SpanSource<string>[];
  readonly userId: readonly SpanSource<string>[];
  readonly sessionId: readonly SpanSource<string>[];
  readonly tags: readonly SpanSource<readonly string[]>[];
  readonly public: readonly SpanSource<boolean>[];
  readonly release: readonly SpanSource<string>[];
  readonly traceVersion: readonly SpanSource<string>[];
  /** Of a trace's root, where nobody names a version. */
  readonly rootVersion: readonly SpanSource<string>[];
  readonly traceInput: readonly SpanSource<JsonValue>[];
  readonly traceOutput: readonly SpanSource<JsonValue>[];
  readonly traceMetadata: readonly SpanSource<JsonObject>[];
}

const hasModel: SpanSource<ObservationType> = ({ attributes }) =>
  MODEL_KEYS.some((key) => attributes.get(key)) ? 'GENERATION' : undefined;

/** A span that names a model and nothing else about itself is taken for a call of it. */
const MODEL_KEYS = [
  'langfuse.observation.model.name',
  'gen_ai.request.model',
  'gen_ai.response.model',
  'llm.model_name',
  'model',
];

export const PRECEDENCE: Precedence = {
  type: [langfuse.pythonGeneration, langfuse.type, genAi.operationType, genAi.toolType, hasModel],
  name: [genAi.toolName],
  level: [langfuse.level],
  statusMessage: [langfuse.statusMessage],
  model: [langfuse.model, genAi.responseModel, genAi.requestModel],
  modelParameters: [langfuse.modelParameters, genAi.modelParameters],
  usage: [langfuse.usage, genAi.usage],
  cost: [langfuse.cost, genAi.cost],
  prompt: [langfuse.prompt],
  completionStartTime: [langfuse.completionStartTime],
  version: [langfuse.version, openTelemetry.serviceVersion],
  environment: [
    langfuse.environment,
    langfuse.resourceEnvironment,
    openTelemetry.environmentName,
    openTelemetry.resourceEnvironmentName,
    openTelemetry.environment,
    openTelemetry.resourceEnvironment,
  ],
  isAppRoot: [langfuse.isAppRoot, langfuse.isAsRoot],
  payload: [
    { input: langfuse.input, output: langfuse.output },
    { input: genAi.inputMessages, output: genAi.outputMessages },
    { input: genAi.toolArguments, output: genAi.toolResult },
  ],
  metadata: [langfuse.metadata],

  traceName: [langfuse.traceName],
  userId: [langfuse.userId, openTelemetry.userId, langfuse.userIdInMetadata, langfuse.userIdInTraceMetadata],
  sessionId: [
    langfuse.sessionId,
    openTelemetry.sessionId,
    genAi.conversationId,
    langfuse.sessionIdInMetadata,
    langfuse.sessionIdInTraceMetadata,
  ],
  tags: [langfuse.traceTags, langfuse.tags, langfuse.tagsInMetadata, langfuse.tagsInTraceMetadata],
  public: [langfuse.tracePublic, langfuse.public],
  release: [langfuse.release, langfuse.resourceRelease],
  traceVersion: [langfuse.version],
  rootVersion: [openTelemetry.serviceVersion],
  traceInput: [langfuse.traceInput],
  traceOutput: [langfuse.traceOutput],
  traceMetadata: [langfuse.traceMetadata],
};

/** True for attributes that a field of the record already holds. */
export function isConsumed(key: string): boolean {
  return langfuse.consumes(key) || genAi.consumes(key) || openTelemetry.consumes(key);
}
