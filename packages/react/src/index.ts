export { aggregateQuery } from './queries/aggregate-query.ts';
export { documentListQuery, documentQuery } from './queries/document-query.ts';
export { facetsQuery } from './queries/facets-query.ts';
export { payloadQuery } from './queries/payload-query.ts';
export type { NodePayload } from './queries/payload-query.ts';
export { resolvedTraceQuery } from './queries/resolved-trace-query.ts';
export { traceListQuery } from './queries/trace-list-query.ts';
export type { TraceListQuery } from './queries/trace-list-query.ts';
export { traceQuery } from './queries/trace-query.ts';
export { useAggregate } from './hooks/use-aggregate.ts';
export { useDocument } from './hooks/use-document.ts';
export { useDeleteDocument, useWriteDocument } from './hooks/use-document-writes.ts';
export { useDocuments } from './hooks/use-documents.ts';
export { useFacets } from './hooks/use-facets.ts';
export { useMedia } from './hooks/use-media.ts';
export { usePayload } from './hooks/use-payload.ts';
export { useResolvedTraceId } from './hooks/use-resolved-trace-id.ts';
export { useTrace } from './hooks/use-trace.ts';
export { useTraceList } from './hooks/use-trace-list.ts';
export type { ListQuery } from './queries/list-query.ts';
export { observationListQuery } from './queries/observation-list-query.ts';
export { scoreListQuery } from './queries/score-list-query.ts';
export { sessionListQuery } from './queries/session-list-query.ts';
export { useObservationList } from './hooks/use-observation-list.ts';
export { userListQuery } from './queries/user-list-query.ts';
export { useScoreList } from './hooks/use-score-list.ts';
export { useSessionList } from './hooks/use-session-list.ts';
export { useWritePatches } from './hooks/use-write-patches.ts';
export { useUserList } from './hooks/use-user-list.ts';

export { en } from './messages/en.ts';
export type { BaseMessages } from './messages/base-messages.ts';
export type { Messages, PanelMessages } from './messages/messages.ts';
export { zhCN } from './messages/zh-cn.ts';

export type { Navigation } from './provider/navigation.ts';
export type { RemotePolicy } from './provider/remote-policy.ts';
export { usePresentation } from './provider/presentation-context.ts';
export type { Presentation } from './provider/presentation-context.ts';
export { OrielProvider } from './provider/oriel-provider.tsx';
export type { OrielProviderProps } from './provider/oriel-provider.tsx';
export type { Format } from './format/create-format.ts';
export type { PanelProps } from './states/panel.tsx';

export { FacetList } from './facet-list/facet-list.tsx';
export type { FacetListProps } from './facet-list/facet-list.tsx';
export { FacetListView } from './facet-list/facet-list-view.tsx';
export type { FacetListViewProps } from './facet-list/facet-list-view.tsx';
export { useFacetChoices } from './facet-list/use-facet-choices.ts';
export type { FacetChoices, UseFacetChoicesOptions } from './facet-list/use-facet-choices.ts';

export { SavedViews } from './saved-views/saved-views.tsx';
export type { SavedViewsProps } from './saved-views/saved-views.tsx';
export { useSavedViews } from './saved-views/use-saved-views.ts';
export type { StoredView } from './saved-views/use-saved-views.ts';

export { EnvironmentSwitch } from './filter-bar/environment-switch.tsx';
export { EnvironmentSwitchView } from './filter-bar/environment-switch-view.tsx';
export type { EnvironmentSwitchViewProps } from './filter-bar/environment-switch-view.tsx';
export { FilterBar } from './filter-bar/filter-bar.tsx';
export type { FilterBarPart, FilterBarProps } from './filter-bar/filter-bar.tsx';
export { LiveSwitch } from './filter-bar/live-switch.tsx';
export { TimeRangePicker } from './filter-bar/time-range-picker.tsx';

export { FilterProvider } from './filters/filter-provider.tsx';
export type { FilterProviderProps } from './filters/filter-provider.tsx';
export type { Filters } from './filters/filters-context.ts';
export { useFilters } from './filters/use-filters.ts';
export { usePanelQuery } from './filters/use-panel-query.ts';
export { DataGrid } from './data-grid/data-grid.tsx';
export type { DataGridProps } from './data-grid/data-grid.tsx';
export type {
  DataGridColumn,
  DataGridDensity,
  DataGridSelection,
  DataGridState,
} from './data-grid/data-grid-column.ts';
export { useDataGrid } from './data-grid/use-data-grid.ts';
export type { UseDataGridOptions } from './data-grid/use-data-grid.ts';

export { BarChart } from './chart/bar-chart.tsx';
export type { BarChartProps, ChartBar } from './chart/bar-chart.tsx';
export type { ChartFactRow, ChartFacts } from './chart/chart-facts.ts';
export type { ChartProps } from './chart/chart-frame.tsx';
export type { ChartMenuItem } from './chart/chart-menu.tsx';
export type { ChartSeries, ChartTone } from './chart/chart-series.ts';
export { HeatMapChart } from './chart/heat-map-chart.tsx';
export type { HeatMapChartProps, HeatMapLane } from './chart/heat-map-chart.tsx';
export { HistogramChart } from './chart/histogram-chart.tsx';
export type { HistogramChartProps } from './chart/histogram-chart.tsx';
export { NumberTile } from './chart/number-tile.tsx';
export type { NumberTileProps } from './chart/number-tile.tsx';
export { PieChart } from './chart/pie-chart.tsx';
export type { PieChartProps } from './chart/pie-chart.tsx';
export { TimeChart } from './chart/time-chart.tsx';
export type { TimeChartProps } from './chart/time-chart.tsx';
export type { TimeMark } from './chart/time-marks.tsx';
export type { ChartPoint } from './chart/use-chart-point.ts';
export { HomeCard } from './home-cards/home-card.tsx';
export type { HomeCardProps } from './home-cards/home-card.tsx';
export { HomeCards } from './home-cards/home-cards.tsx';
export type { HomeCardsProps } from './home-cards/home-cards.tsx';
export {
  GenerationLatenciesCard,
  ModelCostsCard,
  ModelLatenciesCard,
  ModelUsageCard,
  ObservationLatenciesCard,
  ScoreAnalyticsCard,
  ScoresByTimeCard,
  ScoresCard,
  TraceLatenciesCard,
  TracesByTimeCard,
  TracesCard,
  UserConsumptionCard,
} from './home-cards/single-cards.tsx';
export type { OneHomeCardProps } from './home-cards/single-cards.tsx';
export { CuratedDashboard } from './dashboard-grid/curated-dashboard.tsx';
export type { CuratedDashboardProps } from './dashboard-grid/curated-dashboard.tsx';
export { DashboardGrid } from './dashboard-grid/dashboard-grid.tsx';
export type { DashboardGridProps } from './dashboard-grid/dashboard-grid.tsx';
export { DashboardGridView } from './dashboard-grid/dashboard-grid-view.tsx';
export type { DashboardGridViewProps } from './dashboard-grid/dashboard-grid-view.tsx';
export { MetricChart } from './metric-chart/metric-chart.tsx';
export type { MetricChartProps } from './metric-chart/metric-chart.tsx';
export { MetricChartView } from './metric-chart/metric-chart-view.tsx';
export type { MetricChartViewProps } from './metric-chart/metric-chart-view.tsx';
export { useMetric } from './metric-chart/use-metric.ts';
export type { AnsweredMetric } from './metric-chart/use-metric.ts';
export { ValueTable } from './chart/value-table.tsx';
export type { ValueTableProps, ValueTableRow } from './chart/value-table.tsx';

export { InsightList } from './insight-list/insight-list.tsx';
export type { InsightListProps } from './insight-list/insight-list.tsx';
export { InsightListView } from './insight-list/insight-list-view.tsx';
export type { InsightListViewProps } from './insight-list/insight-list-view.tsx';
export { useInsights } from './insight-list/use-insights.ts';
export type { ReadInsightPayloads, UseInsightsOptions } from './insight-list/use-insights.ts';
export type { FoundInsights } from './insight-list/use-look-into.ts';

export { LogView } from './log-view/log-view.tsx';
export type { LogViewProps } from './log-view/log-view.tsx';
export { LogViewView } from './log-view/log-view-view.tsx';
export type { LogViewViewProps } from './log-view/log-view-view.tsx';
export type { ReadPayloads } from './log-view/payload-loader.ts';
export { useLogView } from './log-view/use-log-view.ts';
export type { UseLogViewOptions } from './log-view/use-log-view.ts';
export type { LogSearchStep, SearchLogPayloads } from './log-view/use-payload-search.ts';
export { AgentGraph } from './agent-graph/agent-graph.tsx';
export type { AgentGraphProps } from './agent-graph/agent-graph.tsx';
export { AgentGraphView } from './agent-graph/agent-graph-view.tsx';
export type { AgentGraphViewProps } from './agent-graph/agent-graph-view.tsx';
export { useAgentGraph } from './agent-graph/use-agent-graph.ts';
export type { UseAgentGraphOptions } from './agent-graph/use-agent-graph.ts';
export type { PlacedGraph } from './agent-graph/use-graph-layout.ts';

export type {
  DetailOptions,
  DetailSection,
  DetailSectionSlot,
  DetailSlot,
  DetailTab,
} from './observation-detail/detail-slots.ts';
export { ObservationDetail } from './observation-detail/observation-detail.tsx';
export type { ObservationDetailProps } from './observation-detail/observation-detail.tsx';
export { ObservationDetailView } from './observation-detail/observation-detail-view.tsx';
export type { ObservationDetailViewProps } from './observation-detail/observation-detail-view.tsx';
export { useObservationDetail } from './observation-detail/use-observation-detail.ts';
export type {
  ObservationDetailNode,
  UseObservationDetailOptions,
} from './observation-detail/use-observation-detail.ts';

export type { GroupAnswers } from './people/group-answers.ts';
export type { ResolveProfiles, UserProfile } from './provider/user-profiles.ts';
export { sessionColumns } from './session-table/session-columns.tsx';
export { SessionTable } from './session-table/session-table.tsx';
export type { SessionTableProps } from './session-table/session-table.tsx';
export { SessionTableView } from './session-table/session-table-view.tsx';
export type { SessionTableViewProps } from './session-table/session-table-view.tsx';
export { UserDetail } from './user-detail/user-detail.tsx';
export type { UserDetailProps } from './user-detail/user-detail.tsx';
export { UserDetailView } from './user-detail/user-detail-view.tsx';
export type { UserDetailTab, UserDetailViewProps } from './user-detail/user-detail-view.tsx';
export { userColumns } from './user-table/user-columns.tsx';
export { UserTable } from './user-table/user-table.tsx';
export type { UserTableProps } from './user-table/user-table.tsx';
export { UserTableView } from './user-table/user-table-view.tsx';
export type { UserTableViewProps } from './user-table/user-table-view.tsx';

export { SessionThread } from './session-thread/session-thread.tsx';
export type { SessionThreadProps } from './session-thread/session-thread.tsx';
export { SessionThreadView } from './session-thread/session-thread-view.tsx';
export type { SessionThreadViewProps } from './session-thread/session-thread-view.tsx';
export type { SessionSource } from './session-thread/session-source.ts';
export { storeSessionSource } from './session-thread/store-session-source.ts';
export { useSessionThread } from './session-thread/use-session-thread.ts';
export type { UseSessionThreadOptions } from './session-thread/use-session-thread.ts';
export type { SessionSearch } from './session-thread/use-session-search.ts';
export { CostPanel } from './cost-panel/cost-panel.tsx';
export type { CostPanelProps } from './cost-panel/cost-panel.tsx';
export { CostPanelView } from './cost-panel/cost-panel-view.tsx';
export type { CostPanelViewProps } from './cost-panel/cost-panel-view.tsx';
export { useCosts } from './cost-panel/use-costs.ts';
export type { Costs, UseCostsOptions } from './cost-panel/use-costs.ts';

export { usePriceLists } from './prices/use-price-lists.ts';
export { useRepricing } from './prices/use-repricing.ts';
export type { RepricingRange, RepricingRun } from './prices/use-repricing.ts';

export { ModelPriceTable } from './model-price-table/model-price-table.tsx';
export type { ModelPriceTableProps } from './model-price-table/model-price-table.tsx';
export { ModelPriceTableView } from './model-price-table/model-price-table-view.tsx';
export type { ModelPriceTableViewProps } from './model-price-table/model-price-table-view.tsx';

export type { CompareChoice } from './release-compare/compare-choice.ts';
export { comparisonQuery } from './release-compare/comparison-query.ts';
export type { ComparedReleases, ComparisonOptions } from './release-compare/comparison-query.ts';
export type { CompareExample } from './release-compare/example-list.tsx';
export { ReleaseCompare } from './release-compare/release-compare.tsx';
export type { ReleaseCompareProps } from './release-compare/release-compare.tsx';
export { ReleaseCompareView } from './release-compare/release-compare-view.tsx';
export type { ReleaseCompareViewProps } from './release-compare/release-compare-view.tsx';
export type { ExampleRequest, SideExamples } from './release-compare/use-examples.ts';
export { useReleaseCompare } from './release-compare/use-release-compare.ts';
export type { UseReleaseCompareOptions } from './release-compare/use-release-compare.ts';
export { ScoreForm } from './score-form/score-form.tsx';
export type { ScoreFormProps } from './score-form/score-form.tsx';
export { ScoreFormView } from './score-form/score-form-view.tsx';
export type { ScoreFormViewProps } from './score-form/score-form-view.tsx';
export { useScoreForm } from './score-form/use-score-form.ts';
export type { ScoreFormState, UseScoreFormOptions } from './score-form/use-score-form.ts';

export { ScoreTable } from './score-table/score-table.tsx';
export type { ScoreTableProps } from './score-table/score-table.tsx';
export { ScoreTableView } from './score-table/score-table-view.tsx';
export type { ScoreTableViewProps } from './score-table/score-table-view.tsx';
export { storeOutputReader } from './score-table/output-previews.ts';
export type { OutputReader } from './score-table/output-previews.ts';

export { ScoreAnalytics } from './score-analytics/score-analytics.tsx';
export type { ScoreAnalyticsProps } from './score-analytics/score-analytics.tsx';
export { ScoreAnalyticsView } from './score-analytics/score-analytics-view.tsx';
export type { ScoreAnalyticsViewProps } from './score-analytics/score-analytics-view.tsx';
export { useScoreAnalytics } from './score-analytics/use-score-analytics.ts';
export type { ScoreChoice, UseScoreAnalyticsOptions } from './score-analytics/use-score-analytics.ts';

export { Comments } from './comments/comments.tsx';
export type { CommentsProps } from './comments/comments.tsx';
export { CommentsView } from './comments/comments-view.tsx';
export type { CommentsViewProps } from './comments/comments-view.tsx';
export { useComments } from './comments/use-comments.ts';

export { Feedback } from './feedback/feedback.tsx';
export type { FeedbackProps } from './feedback/feedback.tsx';
export { FeedbackView } from './feedback/feedback-view.tsx';
export type { FeedbackViewProps } from './feedback/feedback-view.tsx';
export { useFeedback } from './feedback/use-feedback.ts';
export type { FeedbackKind, FeedbackState, UseFeedbackOptions } from './feedback/use-feedback.ts';

export { TimelineChart } from './timeline-chart/timeline-chart.tsx';
export type { TimelineChartProps } from './timeline-chart/timeline-chart.tsx';
export { TimelineChartView } from './timeline-chart/timeline-chart-view.tsx';
export type { TimelineChartViewProps } from './timeline-chart/timeline-chart-view.tsx';
export { useTimeline } from './timeline-chart/use-timeline.ts';
export type { TimelineDisplay, TimelineTarget, UseTimelineOptions } from './timeline-chart/use-timeline.ts';

export { createPlayhead } from './trace-focus/playhead.ts';
export type { Playhead } from './trace-focus/playhead.ts';
export { TraceFocus, useTraceFocus } from './trace-focus/trace-focus.tsx';
export type { TraceFocusProps, TraceFocusValue } from './trace-focus/trace-focus.tsx';
export { usePlayhead, usePlayheadTime } from './trace-focus/use-playhead.ts';
export { useSelection } from './trace-focus/use-selection.ts';
export type { SelectionOptions } from './trace-focus/use-selection.ts';

export { TraceList } from './trace-list/trace-list.tsx';
export type { TraceListProps } from './trace-list/trace-list.tsx';
export { TraceListView } from './trace-list/trace-list-view.tsx';
export type { TraceListViewProps } from './trace-list/trace-list-view.tsx';
export { useTraceRows } from './trace-list/use-trace-rows.ts';
export type { UseTraceRowsOptions } from './trace-list/use-trace-rows.ts';

export { ObservationTable } from './observation-table/observation-table.tsx';
export type { ObservationTableProps } from './observation-table/observation-table.tsx';
export { ObservationTableView } from './observation-table/observation-table-view.tsx';
export type {
  ObservationKey,
  ObservationTableViewProps,
} from './observation-table/observation-table-view.tsx';

export { storeReader } from './record-table/row-extras.ts';
export type { RowReader } from './record-table/row-extras.ts';
export { TraceTable } from './trace-table/trace-table.tsx';
export type { TraceTableProps } from './trace-table/trace-table.tsx';
export { TraceTableView } from './trace-table/trace-table-view.tsx';
export type { TraceTableViewProps } from './trace-table/trace-table-view.tsx';

export { TraceTree } from './trace-tree/trace-tree.tsx';
export type { TraceTreeProps } from './trace-tree/trace-tree.tsx';
export type { TraceTreeCell, TraceTreeNode } from './trace-tree/trace-tree-cell.ts';
export { traceTreeColumns } from './trace-tree/trace-tree-columns.tsx';
export type { TraceTreeColumn } from './trace-tree/trace-tree-columns.tsx';
export { TraceTreeView } from './trace-tree/trace-tree-view.tsx';
export type { TraceTreeViewProps } from './trace-tree/trace-tree-view.tsx';
export { useTraceTree } from './trace-tree/use-trace-tree.ts';
export type { UseTraceTreeOptions } from './trace-tree/use-trace-tree.ts';
export type { SearchPayloads } from './trace-tree/use-tree-search.ts';

export { parseTraceViewState, printTraceViewState } from './trace-view/trace-view-query.ts';
export type {
  TimelineState,
  TraceViewMode,
  TraceViewState,
  TreeState,
} from './trace-view/trace-view-state.ts';
export type { TraceViewTab } from './trace-view/trace-view-tab.ts';
export { TraceView } from './trace-view/trace-view.tsx';
export type { TraceViewProps } from './trace-view/trace-view.tsx';
