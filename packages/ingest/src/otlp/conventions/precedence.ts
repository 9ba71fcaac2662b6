import type {
  Cost,
  EpochMs,
  GraphTask,
  JsonObject,
  JsonValue,
  ObservationType,
  PromptLink,
  ToolDefinition,
} from '@oriel/core';
import type { SpanPayload } from '../span-source.ts';
import type { SpanUsage } from '../span-usage.ts';
import { AI_SDK, aiSdk } from './ai-sdk.ts';
import { GEN_AI, genAi } from './gen-ai.ts';
import { LANGFUSE, langfuse } from './langfuse.ts';
import { OPENINFERENCE, openInference } from './openinference.ts';
import { OPEN_TELEMETRY, openTelemetry } from './opentelemetry.ts';
import type { Source, Vocabulary } from './vocabulary.ts';

/** What is looked for on a span. */
interface Targets {
  readonly type: ObservationType;
  /** Used where the span itself has no name. */
  readonly name: string;
  readonly level: string;
  readonly statusMessage: string;
  /** The span only repeats the model, the usage and the cost of the calls below it. */
  readonly isAggregate: true;
  readonly model: string;
  readonly modelParameters: JsonObject;
  readonly usage: SpanUsage;
  readonly cost: Cost;
  readonly tools: readonly ToolDefinition[];
  readonly prompt: PromptLink;
  readonly completionStartTime: EpochMs;
  readonly version: string;
  readonly environment: string;
  readonly isAppRoot: true;
  /** The first source decides; a side it leaves empty is the next one's that has it. */
  readonly payload: SpanPayload;
  readonly graph: GraphTask;
  /** What the user set; wins over all that the span says besides. */
  readonly metadata: JsonObject;
  /** Further members of the metadata. All sources count. */
  readonly moreMetadata: JsonObject;

  readonly traceName: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly tags: readonly string[];
  readonly public: boolean;
  readonly release: string;
  readonly traceVersion: string;
  /** Of a trace's root, where nobody names a version. */
  readonly rootVersion: string;
  readonly traceInput: JsonValue;
  readonly traceOutput: JsonValue;
  readonly traceMetadata: JsonObject;
}

/** For each target, where it may stand: who is believed first. */
export type Precedence = { readonly [Target in keyof Targets]: readonly Source<Targets[Target]>[] };

/** Spans often speak several vocabularies at once; these are the lines of reference 2.4, in its order. */
export const PRECEDENCE: Precedence = {
  type: [
    langfuse.pythonGeneration,
    langfuse.type,
    openInference.type,
    genAi.operationType,
    aiSdk.callType,
    aiSdk.toolType,
    genAi.toolType,
    openTelemetry.typeByModel,
  ],
  name: [genAi.toolName, aiSdk.toolName, aiSdk.operationLabel],
  level: [langfuse.level, openInference.level],
  statusMessage: [langfuse.statusMessage, openInference.statusMessage],
  isAggregate: [genAi.isAggregate, aiSdk.isAggregate, openInference.isAggregate],
  model: [
    langfuse.model,
    genAi.responseModel,
    aiSdk.model,
    genAi.requestModel,
    openInference.model,
    openTelemetry.model,
  ],
  modelParameters: [
    langfuse.modelParameters,
    aiSdk.modelParameters,
    openInference.modelParameters,
    genAi.modelParameters,
  ],
  // The AI SDK knows more of its counts than what others make of them.
  usage: [langfuse.usage, aiSdk.usage, genAi.usage, openInference.usage],
  cost: [langfuse.cost, genAi.cost, openInference.cost],
  tools: [aiSdk.tools, genAi.tools, openInference.tools, openInference.toolsOfInvocation],
  prompt: [langfuse.prompt, aiSdk.prompt],
  completionStartTime: [langfuse.completionStartTime, aiSdk.completionStartTime],
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
  // Chat messages before raw text of the same, which stays among the attributes.
  payload: [
    langfuse.payload,
    aiSdk.payload,
    genAi.messages,
    genAi.toolCall,
    openInference.messages,
    openInference.inputValue,
    openInference.outputValue,
    openInference.embeddedTexts,
    openInference.documents,
  ],
  graph: [langfuse.graph, openInference.graph],
  metadata: [langfuse.metadata],
  moreMetadata: [langfuse.experiment, openInference.metadata, aiSdk.metadata],

  traceName: [langfuse.traceName],
  userId: [
    langfuse.userId,
    openTelemetry.userId,
    langfuse.userIdInMetadata,
    langfuse.userIdInTraceMetadata,
    aiSdk.userId,
    openInference.userId,
  ],
  sessionId: [
    langfuse.sessionId,
    openTelemetry.sessionId,
    genAi.conversationId,
    langfuse.sessionIdInMetadata,
    langfuse.sessionIdInTraceMetadata,
    aiSdk.sessionId,
    openInference.sessionId,
    openInference.threadId,
  ],
  tags: [
    langfuse.traceTags,
    langfuse.tags,
    langfuse.tagsInMetadata,
    langfuse.tagsInTraceMetadata,
    aiSdk.tags,
    openInference.tags,
    openInference.tagsInMetadata,
  ],
  public: [langfuse.tracePublic, langfuse.public],
  release: [langfuse.release, langfuse.resourceRelease],
  traceVersion: [langfuse.version],
  rootVersion: [openTelemetry.serviceVersion],
  traceInput: [langfuse.traceInput],
  traceOutput: [langfuse.traceOutput],
  traceMetadata: [langfuse.traceMetadata, aiSdk.metadata, openInference.traceMetadata],
};

/** Every vocabulary, the most telling first: it is the one a span is said to speak where none decided its type. */
export const VOCABULARIES: readonly Vocabulary[] = [LANGFUSE, OPENINFERENCE, AI_SDK, GEN_AI, OPEN_TELEMETRY];

/** Whose word on model, usage and cost counts on spans that repeat those of others: users set these on purpose. */
export const DELIBERATE: Vocabulary = LANGFUSE;
