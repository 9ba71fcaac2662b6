export { canonicalJson } from './model/canonical-json.ts';
export { DOCUMENT_KINDS } from './model/document.ts';
export type { DocumentKind, DocumentVersion } from './model/document.ts';
export { normalizeEnvironment } from './model/environment.ts';
export { checksum } from './model/checksum.ts';
export { observationKey } from './model/observation-key.ts';
export { mediaAddress, mediaIdFromSha256 } from './model/media-id.ts';
export type { GraphTask } from './model/graph-task.ts';
export { MAX_ID_LENGTH } from './model/ids.ts';
export type { MediaId, ObservationId, ScoreId, SessionId, TraceId, UserId } from './model/ids.ts';
export { isJsonObject } from './model/json.ts';
export type { JsonObject, JsonValue } from './model/json.ts';
export type { Media } from './model/media.ts';
export { OBSERVATION_LEVELS, OBSERVATION_TYPES } from './model/observation.ts';
export type {
  Cost,
  Observation,
  ObservationLevel,
  ObservationPayload,
  ObservationType,
  PromptLink,
  Usage,
} from './model/observation.ts';
export type { ObservationPatch, Patch, ScorePatch, TracePatch } from './model/patch.ts';
export type { PricingProvenance, Provenance } from './model/provenance.ts';
export { SCORE_DATA_TYPES, SCORE_SOURCES } from './model/score.ts';
export type { Score, ScoreDataType, ScoreSource } from './model/score.ts';
export { observationIdFromSeed, traceIdFromSeed } from './model/seed-ids.ts';
export type { Session } from './model/session.ts';
export type { ToolDefinition } from './model/tool-definition.ts';
export type { Trace, TracePayload, TraceStructure } from './model/trace.ts';
export type { Bytes, EpochMs, Milliseconds, Tokens, Usd } from './model/units.ts';
export type { User } from './model/user.ts';

export { mergeObservation } from './merge/merge-observation.ts';
export type { ObservationState } from './merge/merge-observation.ts';
export { mergeScore } from './merge/merge-score.ts';
export type { ScoreState } from './merge/merge-score.ts';
export { mergeTrace } from './merge/merge-trace.ts';
export type { TraceState } from './merge/merge-trace.ts';
export { primaryRoot } from './merge/primary-root.ts';
export { readObservation, readObservationPayload } from './merge/read-observation.ts';
export { readScore } from './merge/read-score.ts';
export { readTrace, readTracePayload } from './merge/read-trace.ts';
export { RunningSum, sumNumbers, withoutNoise } from './merge/running-sum.ts';
export { sumAmounts } from './merge/sum-amounts.ts';

export {
  DEFAULT_GROUPS,
  MAX_BINS,
  MAX_DIMENSIONS,
  MAX_GROUPS,
  MAX_MEASURES,
  MAX_ROWS,
} from './query/aggregate/aggregate-query.ts';
export type {
  AggregateAnswer,
  AggregateQuery,
  AggregateRow,
  FieldAggregate,
  GroupOrder,
  GroupValue,
  Histogram,
  Measure,
  MeasureValue,
  Percentile,
  TimeBucket,
  TimeUnit,
} from './query/aggregate/aggregate-query.ts';
export { answerAggregate } from './query/aggregate/answer-aggregate.ts';
export { answerFacets, checkFacets, hasRange } from './query/aggregate/answer-facets.ts';
export { checkAggregate } from './query/aggregate/check-aggregate.ts';
export { checkRowCount } from './query/aggregate/check-row-count.ts';
export { compareGroups } from './query/aggregate/compare-groups.ts';
export { DEFAULT_FACET_VALUES, MAX_FACET_VALUES, MAX_FACETS } from './query/aggregate/facet-query.ts';
export type { Facet, FacetQuery, FacetValue } from './query/aggregate/facet-query.ts';
export { histogramBin } from './query/aggregate/histogram-bin.ts';
export { PERCENTILES } from './query/aggregate/measure.ts';
export { percentile } from './query/aggregate/percentile.ts';
export { bucketStart, nextBucketStart } from './query/aggregate/time-buckets.ts';
export { answerPage } from './query/answer-page.ts';
export { checkFilter } from './query/check-filter.ts';
export { compareScalars } from './query/compare-scalars.ts';
export { decodeCursor, encodeCursor } from './query/cursor.ts';
export type { Position } from './query/cursor.ts';
export { deriveSessions, deriveUsers } from './query/derive-groups.ts';
export type { Field, Fields, FieldType, FieldValue } from './query/fields/field.ts';
export { BUCKET_FIELD, DEFAULT_ORDER_FIELD, findField, VIEW_FIELDS } from './query/fields/view-fields.ts';
export { DEFAULT_SEARCH_PARTS, SEARCH_PARTS } from './query/filter.ts';
export type { AllOf, AnyOf, Comparison, Filter, Not, Search, SearchPart } from './query/filter.ts';
export { matches, meetsComparison } from './query/matches.ts';
export { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './query/page.ts';
export type { Order, Page, PageQuery, RecordQuery } from './query/page.ts';
export { payloadTexts } from './query/payload-texts.ts';
export { searchTexts } from './query/search-texts.ts';
export type { StoreContents, StoredTrace } from './query/store-contents.ts';
export { printFieldValue, readFieldValue } from './query/text/field-value-text.ts';
export type { FilterTextError } from './query/text/filter-text-error.ts';
export { filterTextParts } from './query/text/filter-text-parts.ts';
export type { FilterTextPart } from './query/text/filter-text-parts.ts';
export { parseFilterText } from './query/text/parse-filter-text.ts';
export type { ParsedFilterText } from './query/text/parse-filter-text.ts';
export { printFilterText } from './query/text/print-filter-text.ts';
export { suggestFilterText } from './query/text/suggest-filter-text.ts';
export type { FilterTextSuggestions, MemberGroup } from './query/text/suggest-filter-text.ts';
export { traceIdCandidates } from './query/trace-id-candidates.ts';
export { recordPayload, viewRecords } from './query/view-records.ts';
export type { RecordPayload, View, ViewItems, ViewRecord } from './query/view-record.ts';

export { applySavedView, isSavedViewShown, savedViewOf } from './filters/apply-saved-view.ts';
export { completionFacet, filterTextOptions, insertOption } from './filters/complete-filter-text.ts';
export type { FilterTextOption } from './filters/complete-filter-text.ts';
export { DEFAULT_FACETS } from './filters/default-facets.ts';
export { EMPTY_CHOICE, facetChoice, isEmptyChoice } from './filters/facet-choice.ts';
export type { FacetChoice, FacetScalar } from './filters/facet-choice.ts';
export { narrowPanelFilters } from './filters/narrow-panel-filters.ts';
export { narrowQuery } from './filters/narrow-query.ts';
export { DEFAULT_PANEL_FILTERS } from './filters/panel-filters.ts';
export type { PanelFilters } from './filters/panel-filters.ts';
export { parsePanelFilters } from './filters/parse-panel-filters.ts';
export type { DroppedFilter, ParsedPanelFilters } from './filters/parse-panel-filters.ts';
export { printPanelFilters } from './filters/print-panel-filters.ts';
export { rangeScale } from './filters/range-scale.ts';
export type { RangeScale } from './filters/range-scale.ts';
export { recordQuery } from './filters/record-query.ts';
export { parseSavedView } from './filters/saved-view.ts';
export type { SavedView } from './filters/saved-view.ts';
export { clearFacetChoices, setFacetChoice } from './filters/set-facet-choice.ts';
export { SYSTEM_VIEWS } from './filters/system-views.ts';
export type { SystemView, SystemViewGroup, SystemViewId } from './filters/system-views.ts';
export { timeFilter } from './filters/time-filter.ts';
export { TIME_PRESETS, timeBounds, timeTick } from './filters/time-range.ts';
export type { TimeBounds, TimePreset, TimeRange } from './filters/time-range.ts';
export { timeUnitFor } from './filters/time-unit-for.ts';
export { zonedMoment, zonedTime } from './filters/zoned-time.ts';

export { throwIfAborted } from './store/call-options.ts';
export type { CallOptions } from './store/call-options.ts';
export { checkPatch } from './store/check-patch.ts';
export type {
  DocumentLabel,
  DocumentListQuery,
  DocumentName,
  DocumentReference,
  DocumentStore,
  DocumentWrite,
} from './store/document-store.ts';
export type { MediaContent, MediaStore, MediaStoreCapabilities, MediaWrite } from './store/media-store.ts';
export { referenceStore } from './store/reference-store.ts';
export type { ReferenceStore } from './store/reference-store.ts';
export type { ReferenceStoreOptions } from './store/reference-trace-store.ts';
export { scopedStore } from './store/scoped-store.ts';
export type { StoreScope } from './store/scoped-store.ts';
export { StoreError } from './store/store-error.ts';
export type { StoreErrorCode } from './store/store-error.ts';
export type { Store } from './store/store.ts';
export type {
  PayloadQuery,
  ResolveQuery,
  TraceChange,
  TracePayloads,
  TraceStore,
  OmittedField,
  TraceStoreCapabilities,
} from './store/trace-store.ts';

export { exportRows } from './analysis/table/export-rows.ts';
export type { ExportFormat, ExportRowsOptions } from './analysis/table/export-rows.ts';
export { pulseBuckets, pulseQueries } from './analysis/table/pulse.ts';
export type { PulseBucket } from './analysis/table/pulse.ts';
export { readScores, readTablePayloads, readTraces } from './analysis/table/read-related.ts';
export type { TableRecord } from './analysis/table/read-related.ts';
export { recordKey, selectedQuery } from './analysis/table/record-key.ts';
export type { RecordSelection } from './analysis/table/record-key.ts';
export { walkRecords } from './analysis/table/walk-records.ts';
export type { WalkOptions } from './analysis/table/walk-records.ts';

export type {
  AgentGraph,
  AgentGraphCalls,
  AgentGraphEdge,
  AgentGraphLatency,
  AgentGraphMode,
  AgentGraphNode,
  AgentGraphRefusal,
} from './analysis/agent-graph/agent-graph.ts';
export { END_NODE, START_NODE } from './analysis/agent-graph/agent-graph.ts';
export { readDeclaredGraph } from './analysis/agent-graph/declared-graph.ts';
export type { DeclaredEdge, DeclaredGraph } from './analysis/agent-graph/declared-graph.ts';
export { deriveAgentGraph, deriveAgentGraphInSteps } from './analysis/agent-graph/derive-agent-graph.ts';
export type { DeriveAgentGraphOptions } from './analysis/agent-graph/derive-agent-graph.ts';
export { findGraphNode } from './analysis/agent-graph/find-graph-node.ts';
export { graphClock, graphStepAt } from './analysis/agent-graph/graph-clock.ts';
export type { GraphClock } from './analysis/agent-graph/graph-clock.ts';
export { graphNeighbour } from './analysis/agent-graph/graph-neighbour.ts';
export type { GraphWay } from './analysis/agent-graph/graph-neighbour.ts';
export { graphEdgeLabel, graphEdgePath } from './analysis/agent-graph/layout/graph-edge-path.ts';
export { layoutGraph, layoutGraphInSteps } from './analysis/agent-graph/layout/layout-graph.ts';
export type {
  GraphLayout,
  GraphLayoutBox,
  GraphLayoutInput,
  GraphLayoutNode,
  PlaceLevel,
} from './analysis/agent-graph/layout/layout-graph.ts';
export type { Level, PlacedLevel } from './analysis/agent-graph/layout/level.ts';
export { mirrorLayout } from './analysis/agent-graph/layout/mirror-layout.ts';
export { placeLevel } from './analysis/agent-graph/layout/place-level.ts';
export { mergeDeclaredGraph } from './analysis/agent-graph/merge-declared-graph.ts';
export { arrangeRows } from './analysis/trace-tree/arrange-rows.ts';
export { arrangeSums } from './analysis/trace-tree/arrange-sums.ts';
export { arrangeTraceTree } from './analysis/trace-tree/arrange-trace-tree.ts';
export type {
  ArrangedTraceTree,
  TraceTreeArrangementOptions,
} from './analysis/trace-tree/arrange-trace-tree.ts';
export { ancestorRows } from './analysis/trace-tree/ancestor-rows.ts';
export { cacheQuery, readCacheUse } from './analysis/costs/cache-use.ts';
export type { CacheUse, PricesOfModel } from './analysis/costs/cache-use.ts';
export type { CostFinding, CostFindings } from './analysis/costs/cost-finding.ts';
export {
  COST_GROUPINGS,
  costGroupRecords,
  costQuery,
  groupingField,
} from './analysis/costs/cost-grouping.ts';
export type { CostGrouping, CostQueries, CostQueryOptions } from './analysis/costs/cost-grouping.ts';
export { readCostRows, readCostSeries, readCostSums } from './analysis/costs/cost-rows.ts';
export type { CostPoint, CostRow, CostSeries, CostSums } from './analysis/costs/cost-rows.ts';
export { findCostFindings } from './analysis/costs/find-cost-findings.ts';
export type { CostFindingsOptions, CostStore } from './analysis/costs/find-cost-findings.ts';
export { findRepeatedUsage } from './analysis/costs/find-repeated-usage.ts';
export type { RepeatedUsage } from './analysis/costs/find-repeated-usage.ts';
export { budgetPeriod, budgetQuery, projectBudget } from './analysis/costs/project-budget.ts';
export type { Budget, BudgetPeriod, BudgetState, BurnPoint } from './analysis/costs/project-budget.ts';
export { usageTimeSeries } from './analysis/costs/usage-time-series.ts';
export type { UsageTimeSeries } from './analysis/costs/usage-time-series.ts';
export {
  isCacheRead,
  readUsageKeys,
  readUsageTypes,
  usageKeysQuery,
  usageTypeQueries,
} from './analysis/costs/usage-types.ts';
export type { UsageTypeRow } from './analysis/costs/usage-types.ts';
export type {
  ComparedMeasure,
  ComparedSide,
  ComparisonMethod,
  MeasureComparison,
  SideComparison,
  Verdict,
} from './analysis/compare/comparison.ts';
export { MIN_SAMPLE } from './analysis/compare/comparison.ts';
export { compareSides } from './analysis/compare/compare-sides.ts';
export type { CompareOptions } from './analysis/compare/compare-sides.ts';
export { exampleCalls, exampleRuns, exampleTraces } from './analysis/compare/example-queries.ts';
export { findMovers, MOVER_KINDS, rankMovers } from './analysis/compare/find-movers.ts';
export type { Mover, MoverKind, MoverMeasure, TraceShare } from './analysis/compare/find-movers.ts';
export { DEFAULT_CONFIDENCE, differenceInterval } from './analysis/compare/interval.ts';
export type { Estimate, Interval } from './analysis/compare/interval.ts';
export { percentileRanks } from './analysis/compare/percentile-ranks.ts';
export type { PercentileRanks } from './analysis/compare/percentile-ranks.ts';
export type { SampleStore } from './analysis/compare/read-samples.ts';
export { chooseReleases, readReleaseNames, releaseNamesQuery } from './analysis/compare/release-names.ts';
export type { ReleaseField, ReleaseName } from './analysis/compare/release-names.ts';
export type { Sides } from './analysis/compare/sides.ts';
export { meanInterval, welchInterval } from './analysis/compare/welch-interval.ts';
export type { MeanSample } from './analysis/compare/welch-interval.ts';
export { wilsonInterval } from './analysis/compare/wilson-interval.ts';
export { breakdownRows } from './analysis/usage/breakdown-rows.ts';
export type { BreakdownRow } from './analysis/usage/breakdown-rows.ts';
export { printCsv } from './analysis/csv/print-csv.ts';
export type { CsvCell } from './analysis/csv/print-csv.ts';
export { CURATED_DASHBOARDS } from './analysis/dashboards/curated-dashboards.ts';
export type { Dashboard, Widget } from './analysis/dashboards/dashboard.ts';
export { HOME_CARDS, homeCards } from './analysis/dashboards/home-cards.ts';
export type { HomeCard, HomeCardId, HomeCardTab } from './analysis/dashboards/home-cards.ts';
export { addsUp, isOverTime, METRIC_KINDS } from './analysis/dashboards/metric.ts';
export type { Metric, MetricKind } from './analysis/dashboards/metric.ts';
export {
  draftedMetric,
  groupingFields,
  isWordless,
  measurableFields,
  metricDraft,
  NEW_METRIC_DRAFT,
} from './analysis/dashboards/metric-draft.ts';
export type { MetricDraft } from './analysis/dashboards/metric-draft.ts';
export { metricQuery, splitKeys, subtotalQuery, wholeQuery } from './analysis/dashboards/metric-query.ts';
export type { MetricContext } from './analysis/dashboards/metric-query.ts';
export {
  compactTiles,
  freePlace,
  GRID_COLUMNS,
  placeTile,
  stepTile,
} from './analysis/dashboards/place-tiles.ts';
export type { GridPlace, GridTile } from './analysis/dashboards/place-tiles.ts';
export { metricProblem, readDashboard } from './analysis/dashboards/read-dashboard.ts';
export type { ReadDashboard } from './analysis/dashboards/read-dashboard.ts';
export { splitSeries } from './analysis/dashboards/split-series.ts';
export type { SplitSeries } from './analysis/dashboards/split-series.ts';
export { findCriticalPath } from './analysis/critical-path/find-critical-path.ts';
export type { CriticalPath } from './analysis/critical-path/find-critical-path.ts';
export { rowTimes } from './analysis/critical-path/row-times.ts';
export type { RowTimes } from './analysis/critical-path/row-times.ts';
export { selfTimes } from './analysis/critical-path/self-times.ts';
export type { SelfTimes } from './analysis/critical-path/self-times.ts';
export { expandableNodeIds } from './analysis/trace-tree/expandable-node-ids.ts';
export { findArrangedRow } from './analysis/trace-tree/find-arranged-row.ts';
export { findRowByPrefix } from './analysis/trace-tree/find-row-by-prefix.ts';
export { findTraceTreeRow } from './analysis/trace-tree/find-trace-tree-row.ts';
export { findVisibleIndex } from './analysis/trace-tree/find-visible-index.ts';
export type { ContextSeries, ContextTurn } from './analysis/insights/context-growth.ts';
export { sampleTurns } from './analysis/insights/sample-turns.ts';
export type { SampledTurn } from './analysis/insights/sample-turns.ts';
export { findInsights, findInsightsInSteps, insightPayloadIds } from './analysis/insights/find-insights.ts';
export type { FindInsightsOptions, Insights } from './analysis/insights/find-insights.ts';
export type {
  ContextPart,
  ContextUnit,
  Insight,
  InsightCode,
  InsightFinding,
} from './analysis/insights/insight.ts';
export type { PayloadMap } from './analysis/insights/insight-source.ts';
export { LOSS_CODES, lossLedger, lossLedgerInSteps } from './analysis/insights/loss-ledger.ts';
export type { Loss, LossCode, LossLedger, LossLedgerOptions } from './analysis/insights/loss-ledger.ts';
export { heatOf } from './analysis/trace-tree/heat-of.ts';
export type { Heat } from './analysis/trace-tree/heat-of.ts';
export { isUnpriced } from './analysis/usage/is-unpriced.ts';
export { exactNumber, parseContainer } from './analysis/json/exact-json.ts';
export { JsonOutline } from './analysis/json/json-outline.ts';
export type { JsonOutlineRow, JsonPath } from './analysis/json/json-outline-row.ts';
export { jsonPathText, jsonPreview } from './analysis/json/json-path-text.ts';
export { printJson } from './analysis/json/print-json.ts';
export type { PrintedJson } from './analysis/json/print-json.ts';
export { MAX_JSON_MATCHES, searchJson } from './analysis/json/search-json.ts';
export { layoutJson } from './analysis/json/layout-json.ts';
export type { JsonLayout, JsonLayoutOptions, JsonRow } from './analysis/json/layout-json.ts';
export { layoutTraceTree } from './analysis/trace-tree/layout-trace-tree.ts';
export type {
  TraceTreeLayout,
  TraceTreeNodeId,
  TraceTreeSource,
} from './analysis/trace-tree/layout-trace-tree.ts';
export { earliestStart } from './analysis/log/earliest-start.ts';
export { logRows } from './analysis/log/log-rows.ts';
export type { LogFilter } from './analysis/log/log-rows.ts';
export { previewJson, previewPayload, snippetOf } from './analysis/log/preview-json.ts';
export { nodeDetail } from './analysis/observation/node-detail.ts';
export type { NodeDetail } from './analysis/observation/node-detail.ts';
export { metadataRows } from './analysis/observation/node-detail-metadata.ts';
export type { MetadataRow } from './analysis/observation/node-detail-metadata.ts';
export { nodeNotices } from './analysis/observation/node-detail-notices.ts';
export type { NodeNotice } from './analysis/observation/node-detail-notices.ts';
export { observationTiming } from './analysis/observation/observation-timing.ts';
export type { ObservationTiming } from './analysis/observation/observation-timing.ts';
export { runsAt } from './analysis/observation/runs-at.ts';
export { finish } from './analysis/pausable.ts';
export type { Pausable } from './analysis/pausable.ts';
export { chartGroup, shownGroups } from './analysis/chart/chart-groups.ts';
export type { ChartGroup, ShownGroups } from './analysis/chart/chart-groups.ts';
export { isCountMeasure, measureUnit } from './analysis/chart/chart-unit.ts';
export type { ChartUnit } from './analysis/chart/chart-unit.ts';
export { heatMap } from './analysis/chart/heat-map.ts';
export type { HeatMap, HeatMapPlace } from './analysis/chart/heat-map.ts';
export { histogramBars } from './analysis/chart/histogram-bars.ts';
export type { HistogramBar } from './analysis/chart/histogram-bars.ts';
export { numberChange } from './analysis/chart/number-change.ts';
export type { NumberChange } from './analysis/chart/number-change.ts';
export { pivotRows } from './analysis/chart/pivot-rows.ts';
export type { PivotRow } from './analysis/chart/pivot-rows.ts';
export { stackSeries } from './analysis/chart/stack-series.ts';
export type { StackedValue } from './analysis/chart/stack-series.ts';
export { timeSeries } from './analysis/chart/time-series.ts';
export type { GroupSeries, TimeSeries } from './analysis/chart/time-series.ts';
export { MAX_CHART_BUCKETS, timeSpanBuckets } from './analysis/chart/time-span-buckets.ts';
export type { TimeSpan } from './analysis/chart/time-span-buckets.ts';
export { timeTicks } from './analysis/chart/time-ticks.ts';
export type { TimeTick } from './analysis/chart/time-ticks.ts';
export { valueTicks } from './analysis/chart/value-ticks.ts';
export type { ValueTicks } from './analysis/chart/value-ticks.ts';
export type { ChatMessage, Conversation, ToolCall } from './analysis/chat/chat-message.ts';
export { readText } from './analysis/chat/media-source.ts';
export type {
  MediaPart,
  MediaSource,
  MessagePart,
  OtherPart,
  ReasoningPart,
  RefusalPart,
  TextPart,
  ToolCallPart,
  ToolResultPart,
} from './analysis/chat/message-part.ts';
export { pairToolResults } from './analysis/chat/pair-tool-results.ts';
export { readChat } from './analysis/chat/read-chat.ts';
export { readConversation } from './analysis/chat/read-conversation.ts';
export { rowSums, wholeSums } from './analysis/trace-tree/row-sums.ts';
export type { RowSums } from './analysis/trace-tree/row-sums.ts';
export { rowsOfNodes } from './analysis/trace-tree/rows-of-nodes.ts';
export { searchTraceTree } from './analysis/trace-tree/search-trace-tree.ts';
export type { TraceTreeSearchOptions } from './analysis/trace-tree/search-trace-tree.ts';
export { sharedSubtreeSums, sharedTraceTree } from './analysis/trace-tree/shared-trace-tree.ts';
export { findTurns } from './analysis/session/find-turns.ts';
export { sessionTotals } from './analysis/session/session-totals.ts';
export type { SessionTotals } from './analysis/session/session-totals.ts';
export { IDLE_GAP } from './analysis/session/session-turn.ts';
export type { SessionTurn, TurnChange } from './analysis/session/session-turn.ts';
export { sessionTurns } from './analysis/session/session-turns.ts';
export { turnBlocks } from './analysis/session/turn-blocks.ts';
export type { TurnBlock } from './analysis/session/turn-blocks.ts';
export { readTurn } from './analysis/session/turn-content.ts';
export type { TurnContent, TurnPayload, TurnSide } from './analysis/session/turn-content.ts';
export { TURNS_BACK, turnConversation } from './analysis/session/turn-conversation.ts';
export type { TurnConversation } from './analysis/session/turn-conversation.ts';
export { turnPreview } from './analysis/session/turn-preview.ts';
export { turnSteps } from './analysis/session/turn-steps.ts';
export type { TurnStep } from './analysis/session/turn-steps.ts';
export { turnSource } from './analysis/session/turn-source.ts';
export {
  MAX_COMMENT_LENGTH,
  addComment,
  commentDocument,
  deleteComment,
  readComments,
} from './analysis/comments/comment-thread.ts';
export type { Comment, CommentAuthor, CommentedThing } from './analysis/comments/comment-thread.ts';
export { analyseScores } from './analysis/scores/analyse-scores.ts';
export type {
  AgreementGrid,
  AnalyseOptions,
  ScoreAnalysis,
  ScoreScope,
} from './analysis/scores/analyse-scores.ts';
export { categoryAgreement } from './analysis/scores/category-agreement.ts';
export type { CategoryAgreement, CategoryPair } from './analysis/scores/category-agreement.ts';
export { judgementPatch } from './analysis/scores/judgement-patch.ts';
export type { JudgedThing, Judgement } from './analysis/scores/judgement-patch.ts';
export { lowestRated, ratedNames, ratedNamesQuery } from './analysis/scores/lowest-rated.ts';
export { numericAgreement } from './analysis/scores/numeric-agreement.ts';
export type { NumberPair, NumericAgreement } from './analysis/scores/numeric-agreement.ts';
export type { PairedScores, ScorePair } from './analysis/scores/pair-scores.ts';
export { pairScores } from './analysis/scores/pair-scores.ts';
export { MAX_ANALYSED_SCORES, readScoreSamples } from './analysis/scores/sample-scores.ts';
export type { SampleOptions, ScoreSample } from './analysis/scores/sample-scores.ts';
export {
  isSameScoreKey,
  readScoreKeys,
  scoreKeyFilter,
  scoreKeysQuery,
} from './analysis/scores/score-keys.ts';
export type { AnalysedType, CountedScoreKey, ScoreKey } from './analysis/scores/score-keys.ts';
export { summarizeScores } from './analysis/scores/summarize-scores.ts';
export type {
  CategoryCount,
  ScoreSummary,
  ScoresOverTime,
  SummarizeOptions,
} from './analysis/scores/summarize-scores.ts';
export { scoreAgreement } from './analysis/scores/score-agreement.ts';
export type { ScoreAgreement } from './analysis/scores/score-agreement.ts';
export { checkScoreDrafts, readScoreDrafts } from './analysis/scores/score-drafts.ts';
export type { CheckedDrafts, Judge, ScoreDraft, ScoreDrafts } from './analysis/scores/score-drafts.ts';
export { MAX_SCORE_TEXT, checkScoreValue, readScoreConfig } from './analysis/scores/score-config.ts';
export type { ScoreConfig, ScoreProblem } from './analysis/scores/score-config.ts';
export { siblingRows } from './analysis/trace-tree/sibling-rows.ts';
export { stickyAncestorRows } from './analysis/trace-tree/sticky-ancestor-rows.ts';
export { subtreeSums } from './analysis/trace-tree/subtree-sums.ts';
export type { SubtreeSums } from './analysis/trace-tree/subtree-sums.ts';
export { summarizeCost } from './analysis/usage/summarize-cost.ts';
export type { CostSummary } from './analysis/usage/summarize-cost.ts';
export { summarizeUsage } from './analysis/usage/summarize-usage.ts';
export type { UsageSummary } from './analysis/usage/summarize-usage.ts';
export { compressGaps } from './analysis/timeline/compress-gaps.ts';
export { hitTestTimeline } from './analysis/timeline/hit-test-timeline.ts';
export type { TimelineHit } from './analysis/timeline/hit-test-timeline.ts';
export { layoutTimeline } from './analysis/timeline/layout-timeline.ts';
export type { TimelineLayoutOptions } from './analysis/timeline/layout-timeline.ts';
export { placeLabel } from './analysis/timeline/place-label.ts';
export type { LabelGround, PlacedLabel } from './analysis/timeline/place-label.ts';
export { createTimeScale } from './analysis/timeline/time-scale.ts';
export type { CompressedGap, TimeScale } from './analysis/timeline/time-scale.ts';
export { timelineDensity } from './analysis/timeline/timeline-density.ts';
export type { TimelineDensity } from './analysis/timeline/timeline-density.ts';
export { laneToY, timeToX, xToTime } from './analysis/timeline/timeline-frame.ts';
export type { TimelineFrame } from './analysis/timeline/timeline-frame.ts';
export type { TimelineLayout, TimelineMode } from './analysis/timeline/timeline-layout.ts';
export { ownStretches, visitStretches } from './analysis/timeline/timeline-stretches.ts';
export type { TimelineStretches } from './analysis/timeline/timeline-stretches.ts';
export { moveColumn, orderColumns, placeColumn } from './analysis/table/arrange-columns.ts';
export { holdRows } from './analysis/table/hold-rows.ts';
export type { HeldRows } from './analysis/table/hold-rows.ts';
export { refreshRows } from './analysis/table/refresh-rows.ts';
export type { FreshRows } from './analysis/table/refresh-rows.ts';
export { timelineTicks } from './analysis/timeline/timeline-ticks.ts';
export type { TimelineTick, TimelineTicks } from './analysis/timeline/timeline-ticks.ts';
export {
  clampViewport,
  fitTime,
  panViewport,
  revealBar,
  timelineExtent,
  wholeViewport,
  zoomLanes,
  zoomTime,
} from './analysis/timeline/timeline-viewport.ts';
export type { TimelineBounds, TimelineViewport } from './analysis/timeline/timeline-viewport.ts';
export { visitBars, visitLane } from './analysis/timeline/visit-bars.ts';
export type { VisitBar } from './analysis/timeline/visit-bars.ts';
export { totalCost } from './analysis/usage/total-cost.ts';
export { traceListRows } from './analysis/trace-list-rows.ts';
export type { TraceListRow } from './analysis/trace-list-rows.ts';
export { traceTree } from './analysis/trace-tree/trace-tree.ts';
export type { NestedTree } from './analysis/trace-tree/trace-tree.ts';
export { traceTreeNodeId } from './analysis/trace-tree/trace-tree-node-id.ts';
export { traceStatus } from './analysis/trace-status.ts';
export type { TraceStatus } from './analysis/trace-status.ts';
export { visibleTraceTreeRows } from './analysis/trace-tree/visible-trace-tree-rows.ts';
export { mergeUsers } from './analysis/users/merge-users.ts';
export type { MergedUser } from './analysis/users/merge-users.ts';
export { indexAliases } from './analysis/users/user-aliases.ts';
export type { AliasIndex, UserAliases } from './analysis/users/user-aliases.ts';
export { countUserSessions, scoreMeansOf, trendsOf } from './analysis/users/user-answers.ts';
export type { ScoreMean, Trend, TrendTime } from './analysis/users/user-answers.ts';
