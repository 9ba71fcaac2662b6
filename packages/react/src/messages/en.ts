import { agentGraphEn } from './agent-graph-messages.ts';
import { dataGridEn } from './data-grid-messages.ts';
import { chartEn } from './chart-messages.ts';
import { recordTableEn } from './record-table-messages.ts';
import type { Messages } from './messages.ts';
import { observationDetailEn } from './observation-detail-messages.ts';
import { payloadEn } from './payload-messages.ts';
import { releaseCompareEn } from './release-compare-messages.ts';
import { filterBarEn } from './filter-bar-messages.ts';
import { costPanelEn } from './cost-panel-messages.ts';
import { insightListEn } from './insight-list-messages.ts';
import { logViewEn } from './log-view-messages.ts';
import { traceViewEn } from './trace-view-messages.ts';
import { sessionThreadEn } from './session-thread-messages.ts';
import { timelineChartEn } from './timeline-chart-messages.ts';
import { scoreFormEn } from './score-form-messages.ts';
import { feedbackEn } from './feedback-messages.ts';
import { traceTreeEn } from './trace-tree-messages.ts';

/** English texts: what panels speak unless told otherwise. */
export const en: Messages = {
  locale: 'en',

  agentGraph: agentGraphEn,
  chart: chartEn,

  types: {
    TRACE: 'Trace',
    SPAN: 'Span',
    EVENT: 'Event',
    GENERATION: 'Generation',
    AGENT: 'Agent',
    TOOL: 'Tool',
    CHAIN: 'Chain',
    RETRIEVER: 'Retriever',
    EVALUATOR: 'Evaluator',
    EMBEDDING: 'Embedding',
    GUARDRAIL: 'Guardrail',
  },
  levels: { DEBUG: 'Debug', DEFAULT: 'Default', WARNING: 'Warning', ERROR: 'Error' },
  scoreSources: { API: 'API', EVAL: 'Evaluation', ANNOTATION: 'Annotation' },

  dataGrid: dataGridEn,
  recordTable: recordTableEn,
  payload: payloadEn,
  traceTreePanel: traceTreeEn,
  feedback: feedbackEn,
  scoreForm: scoreFormEn,
  detail: observationDetailEn,

  name: 'Name',
  unnamed: 'Unnamed',
  model: 'Model',
  tokens: 'Tokens',
  cost: 'Cost',
  duration: 'Duration',
  latency: 'Latency',
  time: 'Time',
  user: 'User',
  session: 'Session',
  tags: 'Tags',
  environment: 'Environment',
  release: 'Release',
  version: 'Version',
  level: 'Level',
  observations: 'Observations',
  running: 'Running',
  paused: 'Paused',
  yes: 'Yes',
  no: 'No',

  start: 'Start',
  end: 'End',
  timeToFirstToken: 'Time to first token',
  prompt: 'Prompt',
  modelParameters: 'Model parameters',
  statusMessage: 'Status',
  usage: 'Usage and cost',
  usageKey: 'Kind',
  usageRule: 'Counted by rule',
  usageAsSent: 'Counts as sent',
  aggregateUsage: 'The counts of this step repeat those of the calls below, so they are not added again.',
  unpriced: 'Unpriced',
  unpricedModel: 'No price list knows this model, so its cost is unknown.',
  unpricedKeys: 'Without a price',
  priceList: 'Priced by',
  total: 'Total',
  traceId: 'Trace ID',
  observationId: 'Observation ID',
  parentId: 'Parent ID',
  scores: 'Scores',
  input: 'Input',
  output: 'Output',
  metadata: 'Metadata',
  toolCall: 'Tool call',
  tools: 'Tools offered',
  graphNode: 'Graph node',
  vocabulary: 'Vocabulary',
  sampling: 'Sampling',
  formatted: 'Formatted',
  raw: 'JSON',
  notCaptured: 'Nothing was captured here.',
  emptyText: 'Empty text',
  details: 'Details',

  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Not copied',
  retry: 'Try again',
  expandAll: 'Expand all',
  collapseAll: 'Collapse all',
  expand: 'Expand',
  collapse: 'Collapse',
  showMore: 'Show more',
  printedRows: (first, last, count) => `Printed are rows ${first} to ${last} of ${count}.`,
  loadMore: 'Load more',
  loadingMore: 'Loading…',

  traceTree: 'Observations of the trace',
  traceList: 'Traces',
  traceDetail: 'Trace',
  observationDetail: 'Observation',

  loadingTrace: 'Loading trace…',
  loadingTraces: 'Loading traces…',
  loadingPayload: 'Loading input and output…',
  noTraces: 'No traces yet',
  noTracesHint: 'Traces appear here as soon as the store receives the first one.',
  noMatches: 'No trace matches',
  noMatchesHint: 'Traces may exist outside the present filter. Widen it to see them.',
  noObservations: 'No observations yet',
  noObservationsHint: 'The trace is known, but none of its steps has arrived.',
  unknownTrace: 'Trace not found',
  unknownTraceHint: (traceId) =>
    `The store has no trace ${traceId}. It may not have arrived yet, or may be deleted; it appears here if it arrives.`,
  unknownObservation: 'Observation not found',
  unknownObservationHint: (observationId) =>
    `The trace has no observation ${observationId}. It may not have arrived yet; it appears here if it does.`,
  traceFailed: 'The trace could not be loaded',
  tracesFailed: 'The traces could not be loaded',
  payloadFailed: 'Input and output could not be loaded',

  observationCount: (count, formatted) => (count === 1 ? '1 observation' : `${formatted} observations`),
  remainingCharacters: (count) => `${count} more characters`,
  doubtfulUsage: (warning) => `These counts are doubtful: ${warning.replaceAll('-', ' ')}.`,
  graphStep: (node, step) => `${node} · step ${step}`,
  sampled: (share) => `${share} of such traces are kept`,
  promptVersion: (name, version) => `${name} · v${version}`,
  tokensInOut: (input, output) => `${input} tokens in, ${output} tokens out`,
  members: (count, formatted) => (count === 1 ? '1 key' : `${formatted} keys`),
  elements: (count, formatted) => (count === 1 ? '1 item' : `${formatted} items`),

  filterBar: filterBarEn,
  insightList: insightListEn,
  costPanel: costPanelEn,
  releaseCompare: releaseCompareEn,
  logView: logViewEn,
  traceView: traceViewEn,
  timelineChart: timelineChartEn,
  sessionThread: sessionThreadEn,
};
