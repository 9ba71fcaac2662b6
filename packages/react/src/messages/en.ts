import { baseEn } from './base-en.ts';
import { agentGraphEn } from './agent-graph-messages.ts';
import { chartEn } from './chart-messages.ts';
import { costPanelEn } from './cost-panel-messages.ts';
import { dashboardGridEn } from './dashboard-grid-messages.ts';
import { dashboardEn } from './dashboard-messages.ts';
import { dataGridEn } from './data-grid-messages.ts';
import { facetListEn } from './facet-list-messages.ts';
import { feedbackEn } from './feedback-messages.ts';
import { filterBarEn } from './filter-bar-messages.ts';
import { insightListEn } from './insight-list-messages.ts';
import { logViewEn } from './log-view-messages.ts';
import { metricEn } from './metric-messages.ts';
import { modelPriceTableEn } from './model-price-table-messages.ts';
import { observationDetailEn } from './observation-detail-messages.ts';
import { payloadEn } from './payload-messages.ts';
import { peopleEn } from './people-messages.ts';
import { recordTableEn } from './record-table-messages.ts';
import { releaseCompareEn } from './release-compare-messages.ts';
import { scoreTableEn } from './score-table-messages.ts';
import { savedViewsEn } from './saved-views-messages.ts';
import { scoreAnalyticsEn } from './score-analytics-messages.ts';
import { commentsEn } from './comments-messages.ts';
import { scoreFormEn } from './score-form-messages.ts';
import { sessionThreadEn } from './session-thread-messages.ts';
import { timelineChartEn } from './timeline-chart-messages.ts';
import { traceTreeEn } from './trace-tree-messages.ts';
import { traceViewEn } from './trace-view-messages.ts';
import type { Messages } from './messages.ts';

/** English texts of everything. */
export const en: Messages = {
  ...baseEn,
  agentGraph: agentGraphEn,
  chart: chartEn,
  costPanel: costPanelEn,
  dashboard: dashboardEn,
  dashboardGrid: dashboardGridEn,
  dataGrid: dataGridEn,
  detail: observationDetailEn,
  facetList: facetListEn,
  feedback: feedbackEn,
  filterBar: filterBarEn,
  insightList: insightListEn,
  logView: logViewEn,
  metric: metricEn,
  modelPriceTable: modelPriceTableEn,
  payload: payloadEn,
  people: peopleEn,
  recordTable: recordTableEn,
  releaseCompare: releaseCompareEn,
  scoreTable: scoreTableEn,
  savedViews: savedViewsEn,
  scoreAnalytics: scoreAnalyticsEn,
  comments: commentsEn,
  scoreForm: scoreFormEn,
  sessionThread: sessionThreadEn,
  timelineChart: timelineChartEn,
  traceTreePanel: traceTreeEn,
  traceView: traceViewEn,
};
