import type { BaseMessages } from './base-messages.ts';
import type { AgentGraphMessages } from './agent-graph-messages.ts';
import type { ChartMessages } from './chart-messages.ts';
import type { CostPanelMessages } from './cost-panel-messages.ts';
import type { DashboardGridMessages } from './dashboard-grid-messages.ts';
import type { DashboardMessages } from './dashboard-messages.ts';
import type { DataGridMessages } from './data-grid-messages.ts';
import type { FacetListMessages } from './facet-list-messages.ts';
import type { FeedbackMessages } from './feedback-messages.ts';
import type { FilterBarMessages } from './filter-bar-messages.ts';
import type { InsightListMessages } from './insight-list-messages.ts';
import type { LogViewMessages } from './log-view-messages.ts';
import type { MetricMessages } from './metric-messages.ts';
import type { ModelPriceTableMessages } from './model-price-table-messages.ts';
import type { ObservationDetailMessages } from './observation-detail-messages.ts';
import type { PayloadMessages } from './payload-messages.ts';
import type { PeopleMessages } from './people-messages.ts';
import type { RecordTableMessages } from './record-table-messages.ts';
import type { ReleaseCompareMessages } from './release-compare-messages.ts';
import type { ScoreTableMessages } from './score-table-messages.ts';
import type { SavedViewsMessages } from './saved-views-messages.ts';
import type { ScoreAnalyticsMessages } from './score-analytics-messages.ts';
import type { CommentsMessages } from './comments-messages.ts';
import type { ScoreFormMessages } from './score-form-messages.ts';
import type { SessionThreadMessages } from './session-thread-messages.ts';
import type { TimelineChartMessages } from './timeline-chart-messages.ts';
import type { TraceTreeMessages } from './trace-tree-messages.ts';
import type { TraceViewMessages } from './trace-view-messages.ts';

/**
 * Texts of single panels. A panel brings its own English along and reads no other's (`panelPresentation`), so who shows
 * a tree does not load the words of a dashboard.
 */
export interface PanelMessages {
  readonly agentGraph: AgentGraphMessages;
  readonly chart: ChartMessages;
  readonly costPanel: CostPanelMessages;
  readonly dashboard: DashboardMessages;
  readonly dashboardGrid: DashboardGridMessages;
  readonly dataGrid: DataGridMessages;
  readonly detail: ObservationDetailMessages;
  readonly facetList: FacetListMessages;
  readonly feedback: FeedbackMessages;
  readonly filterBar: FilterBarMessages;
  readonly insightList: InsightListMessages;
  readonly logView: LogViewMessages;
  readonly metric: MetricMessages;
  readonly modelPriceTable: ModelPriceTableMessages;
  readonly payload: PayloadMessages;
  readonly people: PeopleMessages;
  readonly recordTable: RecordTableMessages;
  readonly releaseCompare: ReleaseCompareMessages;
  readonly scoreTable: ScoreTableMessages;
  readonly savedViews: SavedViewsMessages;
  readonly scoreAnalytics: ScoreAnalyticsMessages;
  readonly comments: CommentsMessages;
  readonly scoreForm: ScoreFormMessages;
  readonly sessionThread: SessionThreadMessages;
  readonly timelineChart: TimelineChartMessages;
  readonly traceTreePanel: TraceTreeMessages;
  readonly traceView: TraceViewMessages;
}

/** Every text the panels show. Pass one to the provider; `en` and `zhCN` are shipped. */
export interface Messages extends BaseMessages, PanelMessages {}
