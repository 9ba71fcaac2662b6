import type { ObservationLevel, ObservationType, ScoreSource } from '@oriel/core';
import type { ObservationDetailMessages } from './observation-detail-messages.ts';
import type { DataGridMessages } from './data-grid-messages.ts';
import type { RecordTableMessages } from './record-table-messages.ts';
import type { PayloadMessages } from './payload-messages.ts';
import type { ReleaseCompareMessages } from './release-compare-messages.ts';
import type { FilterBarMessages } from './filter-bar-messages.ts';
import type { CostPanelMessages } from './cost-panel-messages.ts';
import type { InsightListMessages } from './insight-list-messages.ts';
import type { LogViewMessages } from './log-view-messages.ts';
import type { ChartMessages } from './chart-messages.ts';
import type { AgentGraphMessages } from './agent-graph-messages.ts';
import type { TraceViewMessages } from './trace-view-messages.ts';
import type { SessionThreadMessages } from './session-thread-messages.ts';
import type { TimelineChartMessages } from './timeline-chart-messages.ts';
import type { ScoreFormMessages } from './score-form-messages.ts';
import type { FeedbackMessages } from './feedback-messages.ts';
import type { TraceTreeMessages } from './trace-tree-messages.ts';

/** Every text the panels show. Pass one to the provider; `en` and `zhCN` are shipped. */
export interface Messages {
  /** BCP 47 tag of these texts; the locale of numbers and dates unless the provider names another. */
  readonly locale: string;

  readonly agentGraph: AgentGraphMessages;
  readonly chart: ChartMessages;
  readonly feedback: FeedbackMessages;
  readonly scoreForm: ScoreFormMessages;

  readonly types: Readonly<Record<ObservationType | 'TRACE', string>>;
  readonly levels: Readonly<Record<ObservationLevel, string>>;
  readonly scoreSources: Readonly<Record<ScoreSource, string>>;

  readonly dataGrid: DataGridMessages;
  readonly recordTable: RecordTableMessages;
  readonly payload: PayloadMessages;
  readonly traceTreePanel: TraceTreeMessages;
  readonly detail: ObservationDetailMessages;

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
  readonly expand: string;
  readonly collapse: string;
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

  /** Texts of single panels. */
  readonly filterBar: FilterBarMessages;
  readonly insightList: InsightListMessages;
  readonly costPanel: CostPanelMessages;
  readonly releaseCompare: ReleaseCompareMessages;
  readonly logView: LogViewMessages;
  readonly traceView: TraceViewMessages;
  readonly timelineChart: TimelineChartMessages;
  readonly sessionThread: SessionThreadMessages;
}
