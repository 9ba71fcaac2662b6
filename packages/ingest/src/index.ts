export { IngestError } from './ingest-error.ts';
export type { IngestErrorCode } from './ingest-error.ts';
export { readModelDefinitions } from './langfuse/model-definitions.ts';
export type { ModelDefinitionsOptions, ParsedModelDefinitions } from './langfuse/model-definitions.ts';
export { createMasker } from './masking/masker.ts';
export type { Masker, MaskingOptions } from './masking/masker.ts';
export { patternRule } from './masking/masking-rule.ts';
export type { MaskingRule } from './masking/masking-rule.ts';
export { maskingRules } from './masking/masking-rules.ts';
export type { MaskedText } from './masking/text-mask.ts';
export { extractMedia } from './media/extract-media.ts';
export type { ExtractedMedia } from './media/extract-media.ts';
export type { MediaLimits } from './media/media-collector.ts';
export { storableType as storableMediaType } from './media/content-types.ts';
export { readMediaDeclaration } from './media/read-media.ts';
export type { ParsedMedia } from './media/parsed-media.ts';
export { parseBatchEvents } from './parse-batch-events.ts';
export type { ParsedBatch } from './parse-batch-events.ts';
export { readEvents as readBatchEvents } from './langfuse/parse-batch.ts';
export type { Batch, BatchEvent } from './langfuse/parse-batch.ts';
export { parsePayload } from './parse-payload.ts';
export type { ParseOptions, RawPayload } from './parse-payload.ts';
export type { ParsedPayload } from './parsed-payload.ts';
export type { PipelineCounters, StageCounters } from './pipeline/counters.ts';
export { createPipeline } from './pipeline/create-pipeline.ts';
export type { Pipeline, PipelineDeadLetters, ProcessOptions } from './pipeline/pipeline.ts';
export { memoryDeadLetters } from './pipeline/dead-letters.ts';
export type {
  DeadLetter,
  DeadLetterId,
  DeadLetters,
  DeadLetterSummary,
  MemoryDeadLettersOptions,
} from './pipeline/dead-letters.ts';
export type { BuiltInStage, HostStage, StageContext } from './pipeline/host-stage.ts';
export type { IngestCounts, IngestProgress, IngestReport } from './pipeline/ingest-report.ts';
export type { PipelineOptions } from './pipeline/pipeline-options.ts';
export type { RetryOptions, Surroundings } from './pipeline/retry.ts';
export type { RejectedItem } from './rejected-item.ts';
export type { SamplingRule } from './sampling/sampling-rules.ts';
export { createTraceSampler } from './sampling/trace-sampler.ts';
export type { SamplingOptions, TraceSampler } from './sampling/trace-sampler.ts';
export { parseLangfuseDashboard } from './langfuse/parse-langfuse-dashboard.ts';
export { unpackBody } from './transport/unpack-body.ts';
export { readJsonBody } from './json/read-json-body.ts';
