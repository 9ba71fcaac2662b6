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
import { AI_SDK, aiSdk } from './ai-sdk.ts';
import { FLUE, flue } from './flue.ts';
import { GEN_AI, genAi } from './gen-ai.ts';
import { GENKIT, genkit } from './genkit.ts';
import { GOOGLE_ADK, googleAdk } from './google-adk.ts';
import { LANGFUSE, langfuse } from './langfuse.ts';
import { LANGSMITH, langsmith } from './langsmith.ts';
import { LIVEKIT, livekit } from './livekit.ts';
import { LOGFIRE, logfire } from './logfire.ts';
import { MASTRA, mastra } from './mastra.ts';
import { MLFLOW, mlflow } from './mlflow.ts';
import { OPEN_LLMETRY, openLlmetry } from './openllmetry.ts';
import { OPENINFERENCE, openInference } from './openinference.ts';
import { OPEN_TELEMETRY, openTelemetry } from './opentelemetry.ts';
import type { Source, Vocabulary } from './vocabulary.ts';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';

/** What is looked for on a span. */
interface Targets {
  readonly type: ObservationType;
  /** Says more than the name of the span. */
  readonly clearerName: string;
  /** Used where the span itself has no name. */
  readonly name: string;
  readonly level: string;
  readonly statusMessage: string;
  /** The span only repeats the model, the usage and the cost of the calls below it. */
  readonly isAggregate: true;
  readonly model: string;
  readonly modelParameters: JsonObject;
  readonly usage: NormalizedUsage;
  readonly cost: Cost;
  readonly tools: readonly ToolDefinition[];
  readonly prompt: PromptLink;
  readonly completionStartTime: EpochMs;
  readonly version: string;
  readonly environment: string;
  readonly isAppRoot: true;
  /** The first source decides; a side it leaves empty is the next one's that has it. */
  readonly payload: SpanPayload;
  /** Of the system, for spans whose messages stand elsewhere. */
  readonly instructions: JsonValue;
  readonly graph: GraphTask;
  /** What the user set; wins over all that the span says besides. All sources count, earlier ones first. */
  readonly metadata: JsonObject;

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
    // Its exporters call every part of a call a model's.
    mastra.type,
    mastra.callType,
    langsmith.kind,
    logfire.agentType,
    openInference.type,
    genAi.operationType,
    genkit.type,
    aiSdk.callType,
    aiSdk.toolType,
    genAi.toolType,
    flue.type,
    livekit.type,
    openLlmetry.kind,
    openLlmetry.requestType,
    mlflow.type,
    openTelemetry.typeByModel,
  ],
  clearerName: [genkit.name, logfire.message],
  name: [genAi.toolName, aiSdk.toolName, aiSdk.operationLabel],
  level: [langfuse.level, openInference.level, logfire.level, livekit.level],
  statusMessage: [langfuse.statusMessage, openInference.statusMessage],
  isAggregate: [
    genAi.isAggregate,
    aiSdk.isAggregate,
    openInference.isAggregate,
    mastra.isAggregate,
    logfire.isAggregate,
    genkit.isAggregate,
  ],
  model: [
    langfuse.model,
    genAi.responseModel,
    aiSdk.model,
    genAi.requestModel,
    openInference.model,
    openTelemetry.model,
    genkit.model,
    mlflow.model,
    logfire.model,
  ],
  modelParameters: [
    langfuse.modelParameters,
    genkit.modelParameters,
    aiSdk.modelParameters,
    openInference.modelParameters,
    langsmith.modelParameters,
    genAi.modelParameters,
  ],
  // Libraries know more of their counts than what others make of them.
  usage: [
    langfuse.usage,
    genkit.usage,
    aiSdk.usage,
    googleAdk.usage,
    langsmith.usage,
    mlflow.usage,
    genAi.usage,
    openInference.usage,
  ],
  cost: [langfuse.cost, genAi.cost, openInference.cost],
  tools: [
    aiSdk.tools,
    genAi.tools,
    openInference.tools,
    openInference.toolsOfInvocation,
    genkit.tools,
    mlflow.tools,
    logfire.tools,
  ],
  prompt: [langfuse.prompt, aiSdk.prompt],
  completionStartTime: [langfuse.completionStartTime, aiSdk.completionStartTime, mastra.completionStartTime],
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
    langfuse.payload,
    genkit.payload,
    aiSdk.payload,
    flue.payload,
    genAi.detailsEvent,
    genAi.messageEvents,
    genAi.contentEvents,
    // Chat messages before raw text of the same, which stays among the attributes.
    logfire.allMessages,
    genAi.messages,
    openLlmetry.flatMessages,
    openInference.messages,
    genAi.toolCall,
    googleAdk.payload,
    logfire.promptAndEvents,
    livekit.payload,
    logfire.eventList,
    mlflow.payload,
    openLlmetry.entity,
    openInference.inputValue,
    openInference.outputValue,
    openInference.embeddedTexts,
    openInference.documents,
    mastra.payload,
    openTelemetry.inputAndOutput,
    logfire.toolCall,
    langsmith.run,
    genAi.promptAndCompletion,
  ],
  instructions: [genAi.instructions],
  graph: [langfuse.graph, openInference.graph, langsmith.graph, openLlmetry.graph],
  metadata: [
    langfuse.metadata,
    langfuse.experiment,
    openInference.metadata,
    aiSdk.metadata,
    mastra.metadata,
    langsmith.metadata,
    openLlmetry.properties,
  ],

  traceName: [langfuse.traceName],
  userId: [
    langfuse.userId,
    openTelemetry.userId,
    langfuse.userIdInMetadata,
    langfuse.userIdInTraceMetadata,
    aiSdk.userId,
    openInference.userId,
    mastra.userId,
    langsmith.userId,
    openLlmetry.userId,
    mlflow.userId,
  ],
  sessionId: [
    langfuse.sessionId,
    openTelemetry.sessionId,
    // What a program calls a session before what a library calls a conversation.
    mastra.sessionId,
    mastra.sessionInMetadata,
    langsmith.sessionId,
    openLlmetry.sessionId,
    mlflow.sessionId,
    genAi.conversationId,
    langfuse.sessionIdInMetadata,
    langfuse.sessionIdInTraceMetadata,
    aiSdk.sessionId,
    openInference.sessionId,
    openInference.threadId,
    genkit.sessionId,
    googleAdk.sessionId,
  ],
  tags: [
    langfuse.traceTags,
    langfuse.tags,
    langfuse.tagsInMetadata,
    langfuse.tagsInTraceMetadata,
    aiSdk.tags,
    openInference.tags,
    openInference.tagsInMetadata,
    mastra.tags,
    langsmith.tags,
    logfire.tags,
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
export const VOCABULARIES: readonly Vocabulary[] = [
  LANGFUSE,
  MASTRA,
  LANGSMITH,
  OPEN_LLMETRY,
  LOGFIRE,
  OPENINFERENCE,
  AI_SDK,
  GENKIT,
  MLFLOW,
  FLUE,
  LIVEKIT,
  GOOGLE_ADK,
  GEN_AI,
  OPEN_TELEMETRY,
];

/** Whose word on model, usage and cost counts on spans that repeat those of others: users set these on purpose. */
export const DELIBERATE: Vocabulary = LANGFUSE;
