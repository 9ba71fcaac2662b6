import { agentGraphZhCn } from './agent-graph-messages.ts';
import { dashboardGridZhCn } from './dashboard-grid-messages.ts';
import { dashboardZhCn } from './dashboard-messages.ts';
import { dataGridZhCn } from './data-grid-messages.ts';
import { chartZhCn } from './chart-messages.ts';
import { recordTableZhCn } from './record-table-messages.ts';
import type { Messages } from './messages.ts';
import { metricZhCn } from './metric-messages.ts';
import { observationDetailZhCn } from './observation-detail-messages.ts';
import { payloadZhCn } from './payload-messages.ts';
import { releaseCompareZhCn } from './release-compare-messages.ts';
import { filterBarZhCn } from './filter-bar-messages.ts';
import { costPanelZhCn } from './cost-panel-messages.ts';
import { modelPriceTableZhCn } from './model-price-table-messages.ts';
import { insightListZhCn } from './insight-list-messages.ts';
import { logViewZhCn } from './log-view-messages.ts';
import { traceViewZhCn } from './trace-view-messages.ts';
import { peopleZhCn } from './people-messages.ts';
import { sessionThreadZhCn } from './session-thread-messages.ts';
import { timelineChartZhCn } from './timeline-chart-messages.ts';
import { scoreTableZhCn } from './score-table-messages.ts';
import { savedViewsZhCn } from './saved-views-messages.ts';
import { scoreAnalyticsZhCn } from './score-analytics-messages.ts';
import { commentsZhCn } from './comments-messages.ts';
import { scoreFormZhCn } from './score-form-messages.ts';
import { facetListZhCn } from './facet-list-messages.ts';
import { feedbackZhCn } from './feedback-messages.ts';
import { traceTreeZhCn } from './trace-tree-messages.ts';

/** Simplified Chinese texts. */
export const zhCN: Messages = {
  locale: 'zh-CN',

  agentGraph: agentGraphZhCn,
  chart: chartZhCn,

  types: {
    TRACE: '追踪',
    SPAN: '跨度',
    EVENT: '事件',
    GENERATION: '生成',
    AGENT: '智能体',
    TOOL: '工具',
    CHAIN: '链',
    RETRIEVER: '检索',
    EVALUATOR: '评估',
    EMBEDDING: '嵌入',
    GUARDRAIL: '护栏',
  },
  levels: { DEBUG: '调试', DEFAULT: '默认', WARNING: '警告', ERROR: '错误' },
  scoreSources: { API: 'API', EVAL: '评估', ANNOTATION: '人工标注' },
  scoreDataTypes: {
    NUMERIC: '数值',
    CATEGORICAL: '类别',
    BOOLEAN: '是或否',
    TEXT: '文本',
    CORRECTION: '更正',
  },

  dashboard: dashboardZhCn,
  dashboardGrid: dashboardGridZhCn,
  dataGrid: dataGridZhCn,
  recordTable: recordTableZhCn,
  metric: metricZhCn,
  payload: payloadZhCn,
  traceTreePanel: traceTreeZhCn,
  facetList: facetListZhCn,
  feedback: feedbackZhCn,
  scoreTable: scoreTableZhCn,
  savedViews: savedViewsZhCn,
  scoreAnalytics: scoreAnalyticsZhCn,
  comments: commentsZhCn,
  scoreForm: scoreFormZhCn,
  detail: observationDetailZhCn,

  name: '名称',
  unnamed: '未命名',
  model: '模型',
  tokens: 'Token',
  cost: '费用',
  duration: '耗时',
  latency: '延迟',
  time: '时间',
  user: '用户',
  session: '会话',
  tags: '标签',
  environment: '环境',
  release: '发布',
  version: '版本',
  level: '级别',
  observations: '观测',
  running: '运行中',
  paused: '已暂停',
  yes: '是',
  no: '否',

  start: '开始',
  end: '结束',
  timeToFirstToken: '首个 Token 时间',
  prompt: '提示词',
  modelParameters: '模型参数',
  statusMessage: '状态',
  usage: '用量与费用',
  usageKey: '类别',
  usageRule: '计数规则',
  usageAsSent: '原始计数',
  aggregateUsage: '此步骤的计数重复了下级调用的计数，因此不再累加。',
  unpriced: '无价格',
  unpricedModel: '价格表中没有此模型，因此费用未知。',
  unpricedKeys: '没有价格的类别',
  priceList: '计价依据',
  total: '合计',
  traceId: '追踪 ID',
  observationId: '观测 ID',
  parentId: '父级 ID',
  scores: '评分',
  input: '输入',
  output: '输出',
  metadata: '元数据',
  toolCall: '工具调用',
  tools: '可用工具',
  graphNode: '图节点',
  vocabulary: '词汇表',
  sampling: '采样',
  formatted: '排版',
  raw: 'JSON',
  notCaptured: '此处没有采集到内容。',
  emptyText: '空文本',
  details: '详情',

  copy: '复制',
  copied: '已复制',
  copyFailed: '复制失败',
  retry: '重试',
  expandAll: '全部展开',
  collapseAll: '全部折叠',
  showMore: '显示更多',
  printedRows: (first, last, count) => `已打印第 ${first} 至 ${last} 行,共 ${count} 行。`,
  loadMore: '加载更多',
  loadingMore: '加载中…',

  traceTree: '追踪中的观测',
  traceList: '追踪列表',
  traceDetail: '追踪',
  observationDetail: '观测',

  loadingTrace: '正在加载追踪…',
  loadingTraces: '正在加载追踪列表…',
  loadingPayload: '正在加载输入和输出…',
  noTraces: '还没有追踪',
  noTracesHint: '存储收到第一条追踪后，会立即显示在这里。',
  noMatches: '没有匹配的追踪',
  noMatchesHint: '当前筛选条件之外可能还有追踪，请放宽条件。',
  noObservations: '还没有观测',
  noObservationsHint: '追踪已存在，但它的步骤尚未到达。',
  unknownTrace: '未找到追踪',
  unknownTraceHint: (traceId) =>
    `存储中没有追踪 ${traceId}。它可能尚未到达，或已被删除；到达后会显示在这里。`,
  unknownObservation: '未找到观测',
  unknownObservationHint: (observationId) =>
    `此追踪中没有观测 ${observationId}。它可能尚未到达；到达后会显示在这里。`,
  traceFailed: '无法加载追踪',
  tracesFailed: '无法加载追踪列表',
  payloadFailed: '无法加载输入和输出',

  observationCount: (_, formatted) => `${formatted} 个观测`,
  remainingCharacters: (count) => `还有 ${count} 个字符`,
  doubtfulUsage: (warning) => `这些计数可疑：${warning}。`,
  graphStep: (node, step) => `${node} · 第 ${step} 步`,
  sampled: (share) => `此类追踪保留 ${share}`,
  promptVersion: (name, version) => `${name} · v${version}`,
  tokensInOut: (input, output) => `输入 ${input} 个 Token，输出 ${output} 个 Token`,
  members: (_, formatted) => `${formatted} 个键`,
  elements: (_, formatted) => `${formatted} 项`,

  filterBar: filterBarZhCn,
  insightList: insightListZhCn,
  modelPriceTable: modelPriceTableZhCn,
  costPanel: costPanelZhCn,
  releaseCompare: releaseCompareZhCn,
  logView: logViewZhCn,
  traceView: traceViewZhCn,
  timelineChart: timelineChartZhCn,
  people: peopleZhCn,
  sessionThread: sessionThreadZhCn,
};
