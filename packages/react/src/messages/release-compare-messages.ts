import type { MoverKind, MoverMeasure, SideComparison, Verdict } from '@oriel/core';

/** Texts of the comparison of releases. Numbers come written down, as the reader's locale has them. */
export interface ReleaseCompareMessages {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly noReleases: string;
  readonly oneRelease: string;
  readonly noReleasesHint: string;
  readonly compareBy: string;
  readonly by: Readonly<Record<'release' | 'version' | 'filter', string>>;
  readonly baseline: string;
  readonly candidate: string;
  readonly baselineFilter: string;
  readonly candidateFilter: string;
  readonly swap: string;
  readonly chooseOne: string;
  /** @param traces - how many, written down. */
  readonly option: (name: string, traces: string) => string;
  readonly everything: string;

  readonly verdict: Readonly<
    Record<SideComparison['verdict'], (candidate: string, baseline: string) => string>
  >;
  /** What is better or worse, as in "cost per trace +12%". */
  readonly worse: (list: string) => string;
  readonly better: (list: string) => string;
  readonly confidence: (share: string) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;

  readonly measure: string;
  readonly difference: string;
  readonly range: string;
  readonly verdictColumn: string;
  readonly traces: string;
  readonly errorRate: string;
  readonly latency: Readonly<Record<'p50' | 'p95', string>>;
  readonly cost: string;
  readonly tokens: string;
  readonly score: (name: string) => string;
  readonly scoreValue: (name: string, value: string) => string;
  readonly between: (low: string, high: string) => string;
  /** @param count - records it comes of, written down. */
  readonly ofRecords: (count: string) => string;
  readonly method: Readonly<Record<'newcombe' | 'welch' | 'order-statistics', string>>;
  readonly noValue: string;

  readonly examples: string;
  readonly examplesOf: (measure: string) => string;
  readonly noExamples: string;
  readonly loadingExamples: string;

  readonly movers: string;
  readonly moversHint: string;
  readonly moverMeasures: Readonly<Record<MoverMeasure, string>>;
  readonly moverKinds: Readonly<Record<MoverKind, string>>;
  readonly rankedBy: string;
  readonly nothingMoved: string;
}

export const releaseCompareEn: ReleaseCompareMessages = {
  title: 'Comparison of releases',
  loading: 'Loading the comparison…',
  failed: 'The comparison could not be made',
  noReleases: 'No trace names a release',
  oneRelease: 'There is only one to compare',
  noReleasesHint:
    'Send a release or a version with your traces to compare them, compare two filters instead, or widen the time.',
  compareBy: 'Compare',
  by: { release: 'Releases', version: 'Versions', filter: 'Filters' },
  baseline: 'Baseline',
  candidate: 'Compared with it',
  baselineFilter: 'Filter of the baseline',
  candidateFilter: 'Filter of what is compared with it',
  swap: 'Swap sides',
  chooseOne: 'Choose…',
  option: (name, traces) => `${name} (${traces})`,
  everything: 'everything',

  verdict: {
    better: (candidate, baseline) => `${candidate} is better than ${baseline}.`,
    worse: (candidate, baseline) => `${candidate} is worse than ${baseline}.`,
    mixed: (candidate, baseline) =>
      `${candidate} is better than ${baseline} in some things and worse in others.`,
    'no-clear-difference': (candidate, baseline) => `${candidate} and ${baseline} do not clearly differ.`,
    'too-few': (candidate, baseline) => `There are too few traces to compare ${candidate} with ${baseline}.`,
  },
  worse: (list) => `Worse: ${list}.`,
  better: (list) => `Better: ${list}.`,
  confidence: (share) =>
    `Each range holds the true difference ${share} of the time, if traces are independent of each other. Of many measures, one may stand out by chance.`,
  verdicts: {
    better: 'Better',
    worse: 'Worse',
    higher: 'Higher',
    lower: 'Lower',
    'no-clear-difference': 'No clear difference',
    'too-few': 'Too few',
    'not-compared': 'Not compared',
  },

  measure: 'Measure',
  difference: 'Difference',
  range: 'Range of the difference',
  verdictColumn: 'Verdict',
  traces: 'Traces',
  errorRate: 'Traces with errors',
  latency: { p50: 'Latency, median', p95: 'Latency, p95' },
  cost: 'Cost per trace',
  tokens: 'Tokens per trace',
  score: (name) => `Score ${name}`,
  scoreValue: (name, value) => `Score ${name}: ${value}`,
  between: (low, high) => `${low} to ${high}`,
  ofRecords: (count) => `of ${count}`,
  method: {
    newcombe: "Newcombe's interval of two shares",
    welch: "Welch's interval of two means",
    'order-statistics': 'Ranks around both percentiles',
  },
  noValue: '–',

  examples: 'Examples',
  examplesOf: (measure) => `Examples: ${measure}`,
  noExamples: 'None on this side.',
  loadingExamples: 'Loading examples…',

  movers: 'What moved',
  moversHint:
    'What each adds to an average trace. A step and the steps inside of it each count their own time and calls.',
  moverMeasures: { cost: 'Cost', latency: 'Time', errors: 'Errors', calls: 'Calls', tokens: 'Tokens' },
  moverKinds: { trace: 'Trace', observation: 'Step', model: 'Model', tool: 'Tool' },
  rankedBy: 'Ranked by',
  nothingMoved: 'Nothing moved.',
};

export const releaseCompareZhCn: ReleaseCompareMessages = {
  title: '版本对比',
  loading: '正在对比…',
  failed: '无法完成对比',
  noReleases: '没有追踪标明发布版本',
  oneRelease: '只有一个版本，无法对比',
  noReleasesHint: '请在追踪中发送发布或版本后再对比，也可以对比两个筛选条件，或放宽时间范围。',
  compareBy: '对比方式',
  by: { release: '发布', version: '版本', filter: '筛选条件' },
  baseline: '基准',
  candidate: '对比对象',
  baselineFilter: '基准的筛选条件',
  candidateFilter: '对比对象的筛选条件',
  swap: '交换两侧',
  chooseOne: '请选择…',
  option: (name, traces) => `${name}（${traces}）`,
  everything: '全部',

  verdict: {
    better: (candidate, baseline) => `${candidate} 优于 ${baseline}。`,
    worse: (candidate, baseline) => `${candidate} 不如 ${baseline}。`,
    mixed: (candidate, baseline) => `与 ${baseline} 相比，${candidate} 有好有坏。`,
    'no-clear-difference': (candidate, baseline) => `${candidate} 与 ${baseline} 没有明显差异。`,
    'too-few': (candidate, baseline) => `追踪太少，无法对比 ${candidate} 与 ${baseline}。`,
  },
  worse: (list) => `变差：${list}。`,
  better: (list) => `变好：${list}。`,
  confidence: (share) =>
    `若各追踪相互独立，每个区间有 ${share} 的概率包含真实差异。指标很多时，个别差异可能出于偶然。`,
  verdicts: {
    better: '更好',
    worse: '更差',
    higher: '更高',
    lower: '更低',
    'no-clear-difference': '无明显差异',
    'too-few': '数据太少',
    'not-compared': '不作比较',
  },

  measure: '指标',
  difference: '差异',
  range: '差异区间',
  verdictColumn: '结论',
  traces: '追踪数',
  errorRate: '出错的追踪',
  latency: { p50: '延迟中位数', p95: '延迟 p95' },
  cost: '每条追踪的费用',
  tokens: '每条追踪的 Token',
  score: (name) => `评分 ${name}`,
  scoreValue: (name, value) => `评分 ${name}：${value}`,
  between: (low, high) => `${low} 至 ${high}`,
  ofRecords: (count) => `共 ${count}`,
  method: {
    newcombe: 'Newcombe 比例差区间',
    welch: 'Welch 均值差区间',
    'order-statistics': '两侧百分位数的秩区间',
  },
  noValue: '–',

  examples: '示例',
  examplesOf: (measure) => `示例：${measure}`,
  noExamples: '这一侧没有。',
  loadingExamples: '正在加载示例…',

  movers: '变化来源',
  moversHint: '各项平均给一条追踪带来多少。步骤与其内部步骤的时间和调用各自计算。',
  moverMeasures: { cost: '费用', latency: '时间', errors: '错误', calls: '调用', tokens: 'Token' },
  moverKinds: { trace: '追踪', observation: '步骤', model: '模型', tool: '工具' },
  rankedBy: '排序依据',
  nothingMoved: '没有变化。',
};
