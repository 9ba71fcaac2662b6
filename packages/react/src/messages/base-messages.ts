import type { ObservationLevel, ObservationType, ScoreDataType, ScoreSource } from '@oriel/core';

/** Texts that more than one panel shows. */
export interface BaseMessages {
  /** BCP 47 tag of these texts; the locale of numbers and dates unless the provider names another. */
  readonly locale: string;

  readonly types: Readonly<Record<ObservationType | 'TRACE', string>>;
  readonly levels: Readonly<Record<ObservationLevel, string>>;
  readonly scoreSources: Readonly<Record<ScoreSource, string>>;
  readonly scoreDataTypes: Readonly<Record<ScoreDataType, string>>;

  readonly name: string;
  readonly unnamed: string;
  readonly model: string;
  readonly tokens: string;
  readonly cost: string;
  readonly duration: string;
  readonly latency: string;
  readonly time: string;
  readonly user: string;
  readonly session: string;
  readonly tags: string;
  readonly environment: string;
  readonly release: string;
  readonly version: string;
  readonly level: string;
  readonly observations: string;
  readonly running: string;
  /** Of a step that waits for a person. */
  readonly paused: string;
  readonly yes: string;
  readonly no: string;

  readonly start: string;
  readonly end: string;
  readonly timeToFirstToken: string;
  readonly prompt: string;
  readonly modelParameters: string;
  readonly statusMessage: string;
  readonly usage: string;
  readonly usageKey: string;
  readonly usageRule: string;
  readonly usageAsSent: string;
  readonly aggregateUsage: string;
  readonly unpriced: string;
  readonly unpricedModel: string;
  readonly unpricedKeys: string;
  readonly priceList: string;
  readonly total: string;
  readonly traceId: string;
  readonly observationId: string;
  readonly parentId: string;
  readonly scores: string;
  readonly input: string;
  readonly output: string;
  readonly metadata: string;
  readonly toolCall: string;
  readonly tools: string;
  readonly graphNode: string;
  readonly vocabulary: string;
  readonly sampling: string;
  readonly formatted: string;
  readonly raw: string;
  readonly notCaptured: string;
  readonly emptyText: string;
  readonly details: string;

  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly retry: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly showMore: string;
  /** On paper, beneath rows of a longer list; places count from 1. */
  readonly printedRows: (first: string, last: string, count: string) => string;
  readonly loadMore: string;
  readonly loadingMore: string;

  readonly traceTree: string;
  readonly traceList: string;
  readonly traceDetail: string;
  readonly observationDetail: string;

  readonly loadingTrace: string;
  readonly loadingTraces: string;
  readonly loadingPayload: string;
  readonly noTraces: string;
  readonly noTracesHint: string;
  readonly noMatches: string;
  readonly noMatchesHint: string;
  readonly noObservations: string;
  readonly noObservationsHint: string;
  readonly unknownTrace: string;
  readonly unknownTraceHint: (traceId: string) => string;
  readonly unknownObservation: string;
  readonly unknownObservationHint: (observationId: string) => string;
  readonly traceFailed: string;
  readonly tracesFailed: string;
  readonly payloadFailed: string;

  readonly observationCount: (count: number, formatted: string) => string;
  readonly remainingCharacters: (count: string) => string;
  /** @param warning - its code, words joined by hyphens. */
  readonly doubtfulUsage: (warning: string) => string;
  readonly graphStep: (node: string, step: number) => string;
  /** @param share - a percentage, such as `10%`. */
  readonly sampled: (share: string) => string;
  readonly promptVersion: (name: string, version: number) => string;
  readonly tokensInOut: (input: string, output: string) => string;
  readonly members: (count: number, formatted: string) => string;
  readonly elements: (count: number, formatted: string) => string;
}
