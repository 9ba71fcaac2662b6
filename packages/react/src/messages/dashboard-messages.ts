import type { CURATED_DASHBOARDS, HomeCardId } from '@oriel/core';

/** Texts of home cards and dashboards. */
export interface DashboardMessages {
  readonly home: string;
  readonly cards: Readonly<Record<HomeCardId, string>>;
  /** Tabs of cards, by card and tab. */
  readonly tabs: Readonly<Record<string, string>>;
  readonly curated: Readonly<Record<keyof typeof CURATED_DASHBOARDS, string>>;
  readonly everything: string;
  readonly narrowTo: (field: string) => string;
  /** Titles of curated widgets, by id; others have titles of their own. */
  readonly widgets: Readonly<Record<string, string>>;
}

const EN_TABS = {
  'traces-by-time.traces': 'Traces',
  'traces-by-time.levels': 'Observations by level',
  'model-usage.cost-by-model': 'Cost by model',
  'model-usage.cost-by-type': 'Cost by type',
  'model-usage.usage-by-model': 'Tokens by model',
  'model-usage.usage-by-type': 'Tokens by type',
  'user-consumption.cost': 'Cost',
  'user-consumption.count': 'Traces',
  'score-analytics.trend': 'Trend',
  'score-analytics.distribution': 'Distribution',
  'score-analytics.values': 'Values',
};

export const dashboardEn: DashboardMessages = {
  home: 'Home',
  cards: {
    traces: 'Traces',
    'model-costs': 'Model costs',
    scores: 'Scores',
    'traces-by-time': 'Over time',
    'model-usage': 'Model usage',
    'user-consumption': 'Users',
    'scores-by-time': 'Average scores over time',
    'trace-latencies': 'Trace latencies',
    'generation-latencies': 'Generation latencies',
    'observation-latencies': 'Observation latencies',
    'model-latencies': 'Model latencies',
    'score-analytics': 'Score analytics',
  },
  tabs: EN_TABS,
  curated: { latency: 'Latency', usage: 'Usage', cost: 'Cost' },
  everything: 'All',
  narrowTo: (field) => `Only this: ${field}`,
  // As they are in the data.
  widgets: {},
};

export const dashboardZhCn: DashboardMessages = {
  home: '首页',
  cards: {
    traces: '追踪',
    'model-costs': '模型费用',
    scores: '评分',
    'traces-by-time': '随时间变化',
    'model-usage': '模型用量',
    'user-consumption': '用户',
    'scores-by-time': '平均评分趋势',
    'trace-latencies': '追踪延迟',
    'generation-latencies': '生成延迟',
    'observation-latencies': '观测延迟',
    'model-latencies': '模型延迟',
    'score-analytics': '评分分析',
  },
  tabs: {
    'traces-by-time.traces': '追踪',
    'traces-by-time.levels': '按级别的观测',
    'model-usage.cost-by-model': '按模型的费用',
    'model-usage.cost-by-type': '按类型的费用',
    'model-usage.usage-by-model': '按模型的 Token',
    'model-usage.usage-by-type': '按类型的 Token',
    'user-consumption.cost': '费用',
    'user-consumption.count': '追踪数',
    'score-analytics.trend': '趋势',
    'score-analytics.distribution': '分布',
    'score-analytics.values': '取值',
  } satisfies Record<keyof typeof EN_TABS, string>,
  curated: { latency: '延迟', usage: '用量', cost: '费用' },
  everything: '全部',
  narrowTo: (field) => `仅看：${field}`,
  widgets: {
    'latency-by-name': '各追踪的 p95 延迟',
    'latency-by-level': '各级别的 p95 延迟',
    'latency-by-model': '各模型的 p95 延迟',
    'first-token-by-model': '各模型的 p95 首个 Token 时间',
    'first-token-by-prompt': '各提示词的平均首个 Token 时间',
    'speed-by-model': '各模型每秒输出 Token 数',
    'slowest-users': '各用户的最长延迟',
    'trace-count': '追踪数',
    'observation-count': '观测数',
    'numeric-score-count': '数值评分数',
    'categorical-score-count': '分类评分数',
    'traces-over-time': '追踪数趋势',
    'observations-over-time': '观测数趋势',
    'numeric-scores-over-time': '数值评分趋势',
    'categorical-scores-over-time': '分类评分趋势',
    'traces-by-environment': '各环境的追踪数',
    'observations-by-environment': '各环境的观测数',
    'cost-over-time': '费用趋势',
    'priced-traces': '追踪数',
    'priced-observations': '观测数',
    'cost-per-trace': '每个追踪的 p95 费用',
    'cost-by-model': '各模型的费用',
    'cost-by-environment': '各环境的费用',
    'cost-by-user': '费用最高的 20 位用户',
    'cost-by-trace-name': '费用最高的 20 种追踪',
    'cost-by-observation-name': '费用最高的 20 种观测',
    'input-cost': '每个观测的 p95 输入费用',
    'output-cost': '每个观测的 p95 输出费用',
  },
};
